package org.chronus.hosting.soundfont;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

import org.chronus.hosting.PluginException;

/**
 * FluidSynth's functions as methods; pointers are longs. Not to be touched before {@link FluidLibrary} has the library. Stateless; those
 * marked [audio] call nothing back, and allocate nothing in Java.
 */
final class Fluid {
    private static final MethodHandle NEW_SETTINGS = handle("new_fluid_settings", JAVA_LONG);
    private static final MethodHandle DELETE_SETTINGS = handle("delete_fluid_settings", null, JAVA_LONG);
    private static final MethodHandle SET_INT = handle("fluid_settings_setint", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle SET_NUMBER = handle("fluid_settings_setnum", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_DOUBLE);
    private static final MethodHandle NEW_SYNTH = handle("new_fluid_synth", JAVA_LONG, JAVA_LONG);
    private static final MethodHandle DELETE_SYNTH = handle("delete_fluid_synth", null, JAVA_LONG);
    private static final MethodHandle SET_LOG = handle("fluid_set_log_function", JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_LONG);
    private static final MethodHandle LOAD = handle("fluid_synth_sfload", JAVA_INT, JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle RESET = handle("fluid_synth_system_reset", JAVA_INT, JAVA_LONG);
    private static final MethodHandle INTERPOLATION = numbers("fluid_synth_set_interp_method", 2);
    private static final MethodHandle CHANNEL_TYPE = numbers("fluid_synth_set_channel_type", 2);
    private static final MethodHandle SELECT = numbers("fluid_synth_program_select", 4);
    private static final MethodHandle NEW_TUNING = handle("fluid_synth_activate_key_tuning", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT,
            JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle TUNING = numbers("fluid_synth_activate_tuning", 4);
    private static final MethodHandle TUNE_NOTES = handle("fluid_synth_tune_notes", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT, JAVA_INT,
            JAVA_LONG, JAVA_LONG, JAVA_INT);
    private static final MethodHandle GAIN = handle("fluid_synth_set_gain", null, JAVA_LONG, JAVA_FLOAT);
    private static final MethodHandle NOTE_ON = numbers("fluid_synth_noteon", 3);
    private static final MethodHandle NOTE_OFF = numbers("fluid_synth_noteoff", 2);
    private static final MethodHandle KEY_PRESSURE = numbers("fluid_synth_key_pressure", 3);
    private static final MethodHandle CONTROLLER = numbers("fluid_synth_cc", 3);
    private static final MethodHandle PROGRAM = numbers("fluid_synth_program_change", 2);
    private static final MethodHandle PRESSURE = numbers("fluid_synth_channel_pressure", 2);
    private static final MethodHandle BEND = numbers("fluid_synth_pitch_bend", 2);
    private static final MethodHandle WRITE = handle("fluid_synth_write_float", JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_LONG, JAVA_INT, JAVA_INT,
            JAVA_LONG, JAVA_INT, JAVA_INT);

    private Fluid() { }

    /** Of a synth and so many numbers. */
    private static MethodHandle numbers(String name, int count) {
        MemoryLayout[] parameters = new MemoryLayout[count + 1];
        Arrays.fill(parameters, JAVA_INT);
        parameters[0] = JAVA_LONG;
        return handle(name, JAVA_INT, parameters);
    }

    @SuppressWarnings("restricted")
    private static MethodHandle handle(String name, MemoryLayout result, MemoryLayout... parameters) {
        try {
            FunctionDescriptor shape = result == null ? FunctionDescriptor.ofVoid(parameters) : FunctionDescriptor.of(result, parameters);
            return Linker.nativeLinker().downcallHandle(FluidLibrary.symbols().findOrThrow(name), shape);
        } catch (PluginException e) {
            throw new IllegalStateException(e);
        }
    }

    // A handle declares Throwable; the functions behind these throw nothing that Java could catch.
    private static IllegalStateException impossible(Throwable thrown) {
        return new IllegalStateException(thrown);
    }

    static long newSettings() {
        try {
            return (long) NEW_SETTINGS.invokeExact();
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static void deleteSettings(long settings) {
        try {
            DELETE_SETTINGS.invokeExact(settings);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static void set(long settings, long name, int value) {
        try {
            int _ = (int) SET_INT.invokeExact(settings, name, value);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static void set(long settings, long name, double value) {
        try {
            int _ = (int) SET_NUMBER.invokeExact(settings, name, value);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static long newSynth(long settings) {
        try {
            return (long) NEW_SYNTH.invokeExact(settings);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static void deleteSynth(long synth) {
        try {
            DELETE_SYNTH.invokeExact(synth);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** It writes no more messages of a level. */
    static void keepQuiet(int level) {
        try {
            long _ = (long) SET_LOG.invokeExact(level, 0L, 0L);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** The number of the font; negative if it cannot be loaded. */
    static int load(long synth, long file) {
        try {
            return (int) LOAD.invokeExact(synth, file, 1);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static void reset(long synth) {
        try {
            int _ = (int) RESET.invokeExact(synth);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Of all channels: 4 for the fourth order. */
    static void interpolation(long synth, int method) {
        try {
            int _ = (int) INTERPOLATION.invokeExact(synth, -1, method);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** 0 for melodic sounds, 1 for drums. */
    static void channelType(long synth, int channel, int type) {
        try {
            int _ = (int) CHANNEL_TYPE.invokeExact(synth, channel, type);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    static boolean select(long synth, int channel, int font, int bank, int program) {
        try {
            return (int) SELECT.invokeExact(synth, channel, font, bank, program) == 0;
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** Makes a tuning for a channel: a name, and 128 pitches in cents. */
    static void newTuning(long synth, int channel, long name, long pitches) {
        try {
            int _ = (int) NEW_TUNING.invokeExact(synth, 0, channel, name, pitches, 0);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** A channel plays in its tuning. */
    static void tuning(long synth, int channel) {
        try {
            int _ = (int) TUNING.invokeExact(synth, channel, 0, channel, 0);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** [audio] From now on new notes of a channel's key have another pitch: addresses of an int and of a double in cents. */
    static void tune(long synth, int channel, long key, long pitch) {
        try {
            int _ = (int) TUNE_NOTES.invokeExact(synth, 0, channel, 1, key, pitch, 0);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** [audio] */
    static void gain(long synth, float gain) {
        try {
            GAIN.invokeExact(synth, gain);
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** [audio] A message of a MIDI channel. */
    static void midi(long synth, int status, int first, int second) {
        int channel = status & 0x0F;
        try {
            int _ = switch (status & 0xF0) {
                case 0x80 -> (int) NOTE_OFF.invokeExact(synth, channel, first);
                case 0x90 -> (int) NOTE_ON.invokeExact(synth, channel, first, second);
                case 0xA0 -> (int) KEY_PRESSURE.invokeExact(synth, channel, first, second);
                case 0xB0 -> (int) CONTROLLER.invokeExact(synth, channel, first, second);
                case 0xC0 -> (int) PROGRAM.invokeExact(synth, channel, first);
                case 0xD0 -> (int) PRESSURE.invokeExact(synth, channel, first);
                case 0xE0 -> (int) BEND.invokeExact(synth, channel, first | second << 7);
                default -> 0;
            };
        } catch (Throwable e) {
            throw impossible(e);
        }
    }

    /** [audio] The next frames, from given places of two buffers on. */
    static boolean write(long synth, int frames, long left, long right, int from) {
        try {
            return (int) WRITE.invokeExact(synth, frames, left, from, 1, right, from, 1) == 0;
        } catch (Throwable e) {
            throw impossible(e);
        }
    }
}
