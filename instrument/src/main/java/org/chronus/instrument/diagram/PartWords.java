package org.chronus.instrument.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.chronus.modules.Unit;
import org.chronus.modules.patch.plan.Keys;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.modules.patch.plan.PatchPlan.VoiceMode;
import org.chronus.modules.patch.plan.PatchPlan.VoicesPlan;
import org.chronus.modules.patch.plan.PlayerPlan;
import org.chronus.presets.value.NumberText;

/** Says what a part is: its keys, voices, level and players. Stateless; any thread. */
final class PartWords {
    private static final int HIGHEST_KEY = 127;

    private PartWords() { }

    /** In a line, without its name. */
    static String line(PartPlan part) {
        List<String> words = new ArrayList<>();
        words.add(keys(part.keys()));
        if (part.channel() >= 0) {
            words.add("channel " + (part.channel() + 1));
        }
        if (part.instrument().isEmpty()) {
            words.add(voices(part.voices()));
        }
        if (part.transpose() != 0) {
            words.add("transposed by " + NumberText.value(part.transpose(), Unit.SEMITONES));
        }
        if (part.level() != 1) {
            words.add("level " + NumberText.value(part.level(), Unit.GAIN));
        }
        if (!part.pedals()) {
            words.add("without pedals");
        }
        part.notePlayers().forEach(player -> words.add(player(player)));
        return String.join(", ", words);
    }

    /** As a preset lists them. */
    static String keys(Keys keys) {
        if (keys.equals(Keys.ALL)) {
            return "all keys";
        }
        List<String> ranges = new ArrayList<>();
        for (int key = keys.lowest(); key <= keys.highest(); key++) {
            int first = key;
            while (keys.has(first) && key < HIGHEST_KEY && keys.has(key + 1)) {
                key++;
            }
            if (keys.has(first)) {
                ranges.add(first == key ? key(key) : key(first) + " .. " + key(key));
            }
        }
        return "keys " + String.join(", ", ranges);
    }

    private static String key(int key) {
        return NumberText.value(key, Unit.NOTE);
    }

    private static String voices(VoicesPlan voices) {
        String mode = voices.mode() == VoiceMode.POLY ? voices.count() == 1 ? "1 voice" : voices.count() + " voices" : word(voices.mode());
        return voices.glide() > 0 ? mode + ", glide " + NumberText.value(voices.glide(), Unit.SECONDS) : mode;
    }

    private static String player(PlayerPlan player) {
        return switch (player) {
            case PlayerPlan.Arpeggiator arpeggiator -> "arpeggiator " + word(arpeggiator.order()) + " every "
                    + NumberText.number(arpeggiator.step()) + (arpeggiator.inBeats() ? " beat" : " s");
            case PlayerPlan.Chord chord -> "chord " + numbers(chord.semitones());
            case PlayerPlan.Scale scale -> "scale " + numbers(scale.notes()) + " on " + key(scale.root() + 60).replaceAll("\\d", "");
        };
    }

    private static String numbers(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
