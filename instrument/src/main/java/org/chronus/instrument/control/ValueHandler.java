package org.chronus.instrument.control;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.midi.command.Event;
import org.chronus.midi.command.ParameterChange;
import org.chronus.modules.Input;
import org.chronus.presets.draft.PortNames;
import org.chronus.presets.preset.Preset;

/**
 * Sets the inputs of modules: of the draft, until it is committed; of what plays; or of both, if that is the draft as it was committed.
 */
final class ValueHandler {
    private final Instrument instrument;
    private final DraftHandler drafts;
    private final PortNames names;

    ValueHandler(Instrument instrument, DraftHandler drafts) {
        this.instrument = instrument;
        this.drafts = drafts;
        names = new PortNames(instrument.setup().catalog());
    }

    /** Words are for the reader of presets: units and choices. */
    Answer set(Request.SetText request) throws Refused {
        String type = drafts.type(request.place()).orElseThrow(() -> new Refused("a text is for drafts, and the draft has no " + request.place(),
                "send a number, or load it as a draft first"));
        Optional<PortNames.Named> named = names.find(type, request.place(), request.port()).found();
        List<String> warnings = drafts.set(request.place(), named.map(found -> found.input().symbol()).orElse(request.port()), request.text());
        return Answer.Done.of("text", request.text(), "where", "draft").warning(warnings);
    }

    Answer set(Request.SetValue request, long nanos) throws Refused {
        return set(request.place(), request.port(), drafts.type(request.place()), request.value(), nanos);
    }

    private Answer set(String place, String port, Optional<String> drafted, double number, long nanos) throws Refused {
        Optional<Preset> playing = instrument.playing();
        List<PlayingModules.Found> sounding = drafted.isPresent() && !drafts.isLive() ? List.of() : PlayingModules.find(playing, place);
        if (drafted.isEmpty() && sounding.isEmpty()) {
            return setOther(place, port, number, nanos, playing);
        }
        String type = drafted.orElseGet(() -> sounding.getFirst().module().type().name());
        PortNames.Named named = Refused.orElse(names.find(type, place, port));
        float value = named.value(number);
        List<PlayingModules.Found> open = sounding.stream().filter(found -> isOpen(found, type, named.input())).toList();
        if (drafted.isEmpty() && open.isEmpty()) {
            throw new Refused(place + "." + named.input().symbol() + " follows " + named.input().follows().orElseThrow(),
                    "load it as a draft, give it a value there, and commit"
                            + (named.input().symbol().equals("gate") ? "; or play its gate" : ""));
        }
        if (drafted.isPresent()) {
            drafts.set(place, named, value);
        }
        if (!open.isEmpty()) {
            send(place + "." + named.input().symbol(), value, nanos);
        }
        return Answer.Done.of("value", value, "where", drafted.isEmpty() ? "live" : open.isEmpty() ? "draft" : "both");
    }

    /** A port that follows the key would have the value added to the key's. */
    private static boolean isOpen(PlayingModules.Found found, String type, Input input) {
        return found.module().type().name().equals(type) && !found.module().follows(input);
    }

    /** Only a patch that played before, or is about to, may know it. */
    private Answer setOther(String place, String port, double number, long nanos, Optional<Preset> playing) throws Refused {
        String name = place + "." + port;
        if (instrument.engine().parameters().find(name).isEmpty()) {
            throw PlayingModules.none(playing, place);
        }
        send(name, (float) number, nanos);
        return Answer.Done.of("value", (float) number, "where", "another");
    }

    private void send(String name, float value, long nanos) throws Refused {
        OptionalInt number = instrument.engine().parameters().find(name);
        if (number.isEmpty()) {
            throw new Refused("there have been too many names since the start", "start again, or use fewer");
        }
        if (!Float.isFinite(value)) {
            throw new Refused(value + " is too large", "send less");
        }
        if (!instrument.receive(new Event(nanos, new ParameterChange.SetParameter(Instrument.OWN_SOURCE, number.getAsInt(), value)))) {
            throw new Refused("too much at once", "send less often");
        }
    }
}
