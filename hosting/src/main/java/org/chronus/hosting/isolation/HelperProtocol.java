package org.chronus.hosting.isolation;

import java.util.List;

import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginInfo;

/** What is said to a helper process and what it answers, a line of JSON each, apart from sound. Immutable; any thread. */
final class HelperProtocol {
    private HelperProtocol() { }

    /** What a helper can be asked for. */
    enum Verb { OPEN, RESET, CLOSE }

    /**
     * A request.
     *
     * @param number which plugin of the helper it is for
     * @param plugin, sampleRate, preset, state, offline, memory: of {@link Verb#OPEN}
     * @param memory the file of its {@link SharedBlock}
     */
    record Request(Verb verb, int number, PluginInfo plugin, float sampleRate, String preset, String state, boolean offline, String memory) {
        static Request of(Verb verb, int number) {
            return new Request(verb, number, null, 0, null, null, false, null);
        }
    }

    /**
     * The answer to each.
     *
     * @param refusal why it was not done, in a line; null if it was
     * @param fingers see {@link org.chronus.hosting.HostedPlugin#hearsFingers}
     * @param values  of the plugin's parameters
     */
    record Answer(String refusal, int latency, double tail, boolean fingers, List<Float> values) {
        static Answer refused(String reason) {
            return new Answer(reason, 0, 0, false, List.of());
        }

        /** This one; the refusal is thrown. */
        Answer orRefusal() throws PluginException {
            if (refusal != null) {
                throw new PluginException(refusal);
            }
            return this;
        }
    }
}
