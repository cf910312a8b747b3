package org.chronus.instrument.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.midi.device.RemoteTriggers;
import org.chronus.midi.device.Trigger;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode.Fields;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.NoteName;
import org.chronus.presets.value.Values;

/** Reads which keys and controllers of a device change programs. */
final class RemoteReader {
    /** What it reads of a device. */
    static final List<String> KEYS = List.of("next", "previous", "panic");
    private static final String EXAMPLE = "write for example cc 80, or note C8";
    private static final Pattern FORM = Pattern.compile("(cc|note)\\s*(\\S+)");
    private static final int LAST_KEY = 127, LAST_CONTROLLER = 119;

    private final Values values;
    private final Problems problems;

    RemoteReader(Values values, Problems problems) {
        this.values = values;
        this.problems = problems;
    }

    RemoteTriggers read(Fields device) {
        Map<Trigger, String> taken = new HashMap<>();
        return new RemoteTriggers(trigger(device, "next", taken), trigger(device, "previous", taken), trigger(device, "panic", taken));
    }

    private Optional<Trigger> trigger(Fields device, String meaning, Map<Trigger, String> taken) {
        Optional<Text> text = device.find(meaning).flatMap(node -> values.text(node, meaning, EXAMPLE));
        Optional<Trigger> trigger = text.flatMap(this::trigger);
        String other = trigger.map(found -> taken.putIfAbsent(found, meaning)).orElse(null);
        if (other != null) {
            problems.error(text.get().place(), "\"" + text.get().value() + "\" means " + other + " already", "take another for " + meaning);
        }
        return trigger;
    }

    private Optional<Trigger> trigger(Text text) {
        Matcher form = FORM.matcher(text.value().strip());
        boolean fits = form.matches();
        boolean isKey = fits && form.group(1).equals("note");
        OptionalInt number = fits ? number(isKey, form.group(2)) : OptionalInt.empty();
        if (number.isEmpty()) {
            problems.error(text.place(), "\"" + Problems.quote(text.value()) + "\" is neither a controller nor a key", EXAMPLE);
            return Optional.empty();
        }
        int last = isKey ? LAST_KEY : LAST_CONTROLLER;
        if (number.getAsInt() < 0 || number.getAsInt() > last) {
            problems.error(text.place(), "there is no \"" + Problems.quote(text.value()) + "\"",
                    isKey ? "keys are 0 .. 127, that is C-1 .. G9" : "controllers are 0 .. 119");
            return Optional.empty();
        }
        return Optional.of(new Trigger(isKey, number.getAsInt()));
    }

    private static OptionalInt number(boolean isKey, String word) {
        return word.matches("\\d{1,4}") ? OptionalInt.of(Integer.parseInt(word)) : isKey ? NoteName.parse(word) : OptionalInt.empty();
    }
}
