package org.chronus.instrument.osc;

import java.util.Optional;
import java.util.OptionalInt;

import org.chronus.instrument.control.Refused;
import org.chronus.instrument.control.Request;
import org.chronus.instrument.settings.Knob;

/** Makes requests of messages: the address says which, the arguments what for. Stateless; any thread. */
final class OscRequests {
    private static final String PATTERN = ".*[*?\\[\\]{}].*", OVER = "over", PICK_UP = "pick-up";
    private static final int SEGMENTS = 2, WITH_A_PART = 3, LOUDEST = 127, HIGHEST_BANK = 16_383;

    private OscRequests() { }

    /** The request of a message; empty for an address that only OSC has. Refused if its arguments are not what it takes. */
    static Optional<Request> of(OscAddress address, String whole, Arguments arguments) throws Refused {
        return Optional.ofNullable(switch (address) {
            case PATCH_CREATE -> new Request.CreateModule(arguments.text(0), arguments.text(1));
            case PATCH_CONNECT -> new Request.Connect(arguments.text(0), arguments.text(1), arguments.count() > 2 ? arguments.written(2) : "");
            case PATCH_DISCONNECT -> new Request.Disconnect(arguments.text(0), arguments.text(1));
            case PATCH_DELETE -> new Request.DeleteModule(arguments.text(0));
            case PATCH_COMMIT -> new Request.CommitDraft(arguments.count() > 0 ? Optional.of(arguments.text(0)) : Optional.empty());
            case PATCH_ABORT -> new Request.AbortDraft();
            case PATCH_LOAD -> new Request.LoadDraft(arguments.text(0));
            case PATCH_SAVE -> new Request.SaveDraft(arguments.text(0), isOver(arguments));
            case MOD -> value(address.rest(whole), arguments);
            case GATE -> new Request.Gate(address.rest(whole), (float) arguments.number(0, 0, 1));
            case NOTE -> new Request.Note(arguments.whole(0, 0, LOUDEST), arguments.number(1, 0, LOUDEST),
                    arguments.count() > 2 ? OptionalInt.of(arguments.whole(2, 1, 16) - 1) : OptionalInt.empty());
            case PROGRAM -> program(arguments);
            case LOAD -> new Request.Load(arguments.text(0));
            case RELOAD -> new Request.Reload();
            case NEXT -> step(1, arguments);
            case PREVIOUS -> step(-1, arguments);
            case LEARN -> learn(arguments);
            case LEARN_FORGET -> new Request.Forget(arguments.text(0));
            case PANIC -> new Request.Panic();
            case RECORD_START -> new Request.StartRecording(arguments.text(0));
            case RECORD_STOP -> new Request.StopRecording();
            case RECORD_STATUS -> new Request.RecordingStatus();
            case ENGINE_STATUS -> new Request.Status();
            case ANSWER_PORT, SUBSCRIBE, UNSUBSCRIBE, SCHEMA, SCHEMA_MODULE -> null;
        });
    }

    private static boolean isOver(Arguments arguments) throws Refused {
        if (arguments.count() > 1 && !arguments.text(1).equals(OVER)) {
            throw new Refused("\"" + arguments.text(1) + "\" is not understood", "add " + OVER + ", or nothing");
        }
        return arguments.count() > 1;
    }

    private static Request step(int places, Arguments arguments) throws Refused {
        return new Request.Step(places, arguments.count() > 0 ? Optional.of(arguments.text(0)) : Optional.empty());
    }

    private static Request program(Arguments arguments) throws Refused {
        int program = arguments.whole(0, 0, LOUDEST);
        return new Request.Program(arguments.count() > 1 ? arguments.whole(1, 0, HIGHEST_BANK) : 0, program);
    }

    /** {@code rest}: what stands behind {@code /mod/}. */
    private static Request value(String rest, Arguments arguments) throws Refused {
        if (rest.matches(PATTERN)) {
            throw new Refused("patterns are not understood", "send a message for each module, in one bundle");
        }
        String[] segments = rest.split("/", -1);
        if (segments.length != SEGMENTS && segments.length != WITH_A_PART) {
            throw new Refused("this address has no port", "send /mod/ID/PORT, or /mod/PART/ID/PORT");
        }
        String place = rest.substring(0, rest.lastIndexOf('/')), port = segments[segments.length - 1];
        return arguments.isText(0) ? new Request.SetText(place, port, arguments.text(0)) : new Request.SetValue(place, port, arguments.number(0));
    }

    /** The words after the parameter may come in any order. */
    private static Request learn(Arguments arguments) throws Refused {
        String parameter = arguments.text(0);
        Knob knob = Knob.ABSOLUTE;
        boolean picksUp = false;
        for (int i = 1; i < arguments.count(); i++) {
            String word = arguments.text(i);
            if (word.equals(PICK_UP)) {
                picksUp = true;
            } else {
                knob = knob(word);
            }
        }
        return new Request.Learn(parameter, knob, picksUp);
    }

    private static Knob knob(String word) throws Refused {
        return Knob.find(word).orElseThrow(() -> new Refused("\"" + word + "\" is no knob", "send absolute, twos, offset, sign, or " + PICK_UP));
    }
}
