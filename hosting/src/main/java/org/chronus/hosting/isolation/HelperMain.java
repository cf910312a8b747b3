package org.chronus.hosting.isolation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.chronus.foreign.NativeOutput;
import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginException;
import org.chronus.hosting.PluginProcess;
import org.chronus.hosting.PluginSetup;
import org.chronus.hosting.PluginFormats;
import org.chronus.hosting.isolation.HelperProtocol.Answer;
import org.chronus.hosting.isolation.HelperProtocol.Request;
import tools.jackson.databind.json.JsonMapper;

/**
 * The program of a helper process: it opens plugins and plays them as the instrument asks. Its main thread is the main thread of its plugins;
 * other threads share the playing. It ends when nobody speaks to it any more.
 */
final class HelperMain {
    private final Map<Integer, HelperPlugin> plugins = new HashMap<>();
    private final List<HelperThread> threads;

    private HelperMain(List<Integer> processors) {
        threads = Stream.generate(() -> new HelperThread(processors)).limit(Math.max(1, Runtime.getRuntime().availableProcessors() - 1)).toList();
    }

    /** The arguments are the numbers of the processors that play; any, without one. */
    public static void main(String[] processors) throws IOException {
        // What plugins print must neither get between the answers nor fill the pipe that they go through: nobody reads it while they play.
        PrintStream answers = new PrintStream(NativeOutput.takeOver(), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        HelperMain helper = new HelperMain(Stream.of(processors).map(Integer::valueOf).toList());
        answers.println(PluginProcess.MARK + "ready");
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Answer answer = helper.answer(JsonMapper.shared().readValue(line, Request.class));
            answers.println(PluginProcess.MARK + JsonMapper.shared().writeValueAsString(answer));
        }
        Runtime.getRuntime().halt(0);
    }

    private Answer answer(Request request) {
        try {
            return switch (request.verb()) {
                case OPEN -> open(request);
                case RESET -> {
                    HelperPlugin plugin = plugins.get(request.number());
                    threadOf(plugin).reset(plugin);
                    yield state(plugin.plugin);
                }
                case CLOSE -> {
                    HelperPlugin plugin = plugins.remove(request.number());
                    threadOf(plugin).remove(plugin);
                    plugin.close();
                    yield new Answer(null, 0, 0, false, List.of());
                }
            };
        } catch (PluginException e) {
            return Answer.refused(e.getMessage());
        } catch (IOException | RuntimeException e) {
            return Answer.refused(e.toString());
        }
    }

    private Answer open(Request request) throws PluginException, IOException {
        HelperThread thread = threads.stream().min(Comparator.comparingInt(HelperThread::size)).orElseThrow();
        if (thread.size() == HelperThread.MOST_PLUGINS) {
            throw new PluginException("a patch has room for " + threads.size() * HelperThread.MOST_PLUGINS + " plugins");
        }
        HostedPlugin plugin = PluginFormats.find(request.plugin().scheme()).orElseThrow().open(request.plugin(), new PluginSetup(request.sampleRate(),
                Optional.ofNullable(request.preset()), Optional.ofNullable(request.state()).map(Path::of), request.offline()));
        HelperPlugin helped = new HelperPlugin(plugin, Path.of(request.memory()));
        plugins.put(request.number(), helped);
        thread.add(helped);
        return state(plugin);
    }

    private HelperThread threadOf(HelperPlugin plugin) {
        return threads.stream().filter(thread -> thread.plays(plugin)).findFirst().orElseThrow();
    }

    private static Answer state(HostedPlugin plugin) {
        Float[] values = new Float[plugin.info().parameters().size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = plugin.parameter(i);
        }
        return new Answer(null, plugin.latency(), plugin.tail(), plugin.hearsFingers(), List.of(values));
    }
}
