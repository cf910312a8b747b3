package org.chronus.hosting.lv2.data;

import java.util.List;
import java.util.Set;

/** What plugins may need of a host and are given here. Immutable; any thread. */
final class Needs {
    /** The last three are nothing that it needs to be given. */
    private static final Set<String> FEATURES = Set.of(Vocabulary.MAP, Vocabulary.UNMAP, Vocabulary.OPTIONS, Vocabulary.BOUNDED,
            Vocabulary.SCHEDULE, Vocabulary.DEFAULT_STATE, Vocabulary.LOG, Vocabulary.LIVE, Vocabulary.REAL_TIME, Vocabulary.NOT_IN_PLACE);
    private static final Set<String> OPTIONS = Set.of(Vocabulary.LEAST_FRAMES, Vocabulary.MOST_FRAMES, Vocabulary.USUAL_FRAMES,
            Vocabulary.SEQUENCE_SIZE, Vocabulary.RATE);

    private Needs() { }

    /** Why a plugin with such needs cannot be hosted; empty if it can. */
    static String refusal(List<String> features, List<String> options) {
        for (String feature : features) {
            if (!FEATURES.contains(feature)) {
                return "it needs the feature " + feature + ", which is not offered here";
            }
        }
        for (String option : options) {
            if (!OPTIONS.contains(option)) {
                return "it needs the option " + option + ", which is not given here";
            }
        }
        return "";
    }
}
