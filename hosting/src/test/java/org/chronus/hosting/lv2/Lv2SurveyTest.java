package org.chronus.hosting.lv2;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What of the installed LV2 plugins can be hosted: each is opened and plays ten seconds. In full, with the fuzz profile, all of them, in
 * a process for each bundle; else twenty bundles in one process.
 */
@Tag("fuzz")
class Lv2SurveyTest {
    private static final boolean FULL = "full".equals(System.getProperty("chronus.fuzz"));
    private static final int BUNDLES = 20;
    private static final double SHARE = 0.98;

    private final Map<String, String> outcomes = new TreeMap<>();

    @Test void whatIsInstalledOpensAndPlaysTenSecondsOfFiniteNumbers() throws IOException, InterruptedException {
        List<Path> bundles = new Lv2Format().bundles();
        assumeFalse(bundles.isEmpty(), "no LV2 plugins are installed");
        if (FULL) {
            for (Path bundle : bundles) {
                survey(List.of(bundle));
            }
        } else {
            int step = Math.max(1, bundles.size() / BUNDLES);
            survey(IntStream.range(0, bundles.size()).filter(i -> i % step == 0).mapToObj(bundles::get)
                    .filter(bundle -> !bundle.endsWith("calf.lv2")).limit(BUNDLES).toList());
        }
        long good = outcomes.values().stream().filter(outcome -> outcome.startsWith("ok")).count();
        outcomes.forEach((plugin, outcome) -> {
            if (FULL || !outcome.startsWith("ok\t")) {
                System.out.println(plugin + "\t" + outcome);
            }
        });
        System.out.println(String.format(Locale.ROOT, "%d of %d LV2 plugins play (%.1f %%)", good, outcomes.size(), 100.0 * good / outcomes.size()));
        assertTrue(good >= Math.floor(SHARE * outcomes.size()), outcomes.toString());
    }

    /** One that takes its process down is left out of the next. */
    private void survey(List<Path> bundles) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(bundles.stream().map(Path::toString).toList());
        while (true) {
            ChildJvm.Said said = ChildJvm.run(FULL ? 600 : 120, SurveyChild.class, words);
            String began = null;
            boolean done = false;
            for (String line : said.text().split("\n")) {
                String[] parts = line.split("\t", 4);
                if (!line.startsWith("#survey\t")) {
                    continue;
                }
                switch (parts[1]) {
                    case "begin" -> began = parts[2];
                    case "end" -> {
                        outcomes.put(began, parts[3]);
                        words.add("-" + began);
                        began = null;
                    }
                    default -> done = true;
                }
            }
            if (done) {
                return;
            }
            if (began == null) {
                outcomes.put(bundles.toString(), "the process ended with " + said.code());
                return;
            }
            outcomes.put(began, "the process ended with " + said.code());
            words.add("-" + began);
        }
    }
}
