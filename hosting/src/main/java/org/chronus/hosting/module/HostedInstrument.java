package org.chronus.hosting.module;

import java.util.Arrays;
import java.util.Optional;

import org.chronus.hosting.HostedPlugin;
import org.chronus.hosting.PluginFormat;
import org.chronus.hosting.PluginInfo;
import org.chronus.hosting.PluginSetup;
import org.chronus.modules.Choice;
import org.chronus.modules.Instrument;
import org.chronus.modules.Output;
import org.chronus.modules.TextSetting;

/** An instrument that a plugin without audio inputs is. */
final class HostedInstrument extends Instrument {
    /** How far a plugin bends at the end of the bender, in semitones, unless it is told otherwise: the usual range of MIDI. */
    private static final float BEND_RANGE = 2;
    private static final int KEY_PRESSURE = 0xA0, CONTROLLER = 0xB0, PROGRAM = 0xC0, CHANNEL_PRESSURE = 0xD0, BEND = 0xE0;
    private static final int BANK_COARSE = 0, BANK_FINE = 32, ALL_SOUND_OFF = 120, MIDDLE = 8_192;

    private final PluginInfo info;
    private final PluginFormat format;
    private final Output out = output("out");
    private final TextSetting preset;
    private final TextSetting state = text("state").file().means("a file with the plugin's state");
    private final Optional<TextSetting> program;
    private final Optional<TextSetting> bank;
    private final Choice<PluginInstances.Isolation> isolate = choice("isolate", PluginInstances.Isolation.YES)
            .means("no: without a process of its own, for those who trust it");
    private final HostedPorts ports;
    private final PluginInstances plugins = new PluginInstances();
    private final Fingers fingers = new Fingers();
    /** The frame of the block that comes next. */
    private int next;
    private boolean begun;
    /** True if its channels may have programs of their own: the preset has named none for all of them. */
    private boolean choosesPrograms;
    private boolean hearsFingers;

    HostedInstrument(PluginInfo info, PluginFormat format) {
        this.info = info;
        this.format = format;
        preset = text("preset").among(info.presets()).means("a preset of the plugin's own");
        program = format.hasPrograms() ? Optional.of(text("program").means("the number of a preset, from 0")) : Optional.empty();
        bank = format.hasPrograms() ? Optional.of(text("bank").means("the number of its bank, from 0")) : Optional.empty();
        ports = new HostedPorts(info, this::input);
    }

    @Override protected void activate() {
        PluginSetup setup = PluginInstances.setup(sampleRate(), preset, state, resources());
        boolean byNumber = program.flatMap(TextSetting::value).isPresent() || bank.flatMap(TextSetting::value).isPresent();
        plugins.open(format, info, byNumber ? setup.with(number(bank) + ":" + number(program)) : setup, 1, isolate.value(), resources());
        choosesPrograms = format.mixesChannels() && !byNumber && preset.value().isEmpty() && state.value().isEmpty();
        // Where channels have programs of their own, fingers would each play another sound.
        hearsFingers = plugins.get(0).hearsFingers() && !choosesPrograms;
        ports.follow(plugins.get(0));
    }

    private static String number(Optional<TextSetting> setting) {
        return setting.flatMap(TextSetting::value).orElse("0");
    }

    @Override protected void renew() {
        plugins.reset();
        ports.follow(plugins.get(0));
        fingers.clear();
        next = 0;
        begun = false;
    }

    @Override protected void release() {
        plugins.close();
    }

    @Override public int latency() {
        return plugins.latency();
    }

    @Override public double tail() {
        return plugins.tail();
    }

    @Override public boolean mixesChannels() {
        return format.mixesChannels();
    }

    /** Velocities are amplitudes here, the square of what MIDI sends unless a player has chosen another curve; plugins have curves of their own. */
    @Override public void noteOn(int frame, int channel, int key, float pitch, float velocity) {
        fingers.begin(channel, key);
        plugins.get(0).noteOn(frame - next, channel, key, pitch - key, (float) Math.sqrt(velocity));
    }

    @Override public void noteOff(int frame, int channel, int key, float velocity) {
        fingers.leave(plugins.get(0), frame - next, channel, key);
        plugins.get(0).noteOff(frame - next, channel, key, velocity);
    }

    @Override public void soundOff(int frame, int channel) {
        plugins.get(0).midi(frame - next, CONTROLLER | channel, ALL_SOUND_OFF, 0);
    }

    @Override public void program(int frame, int channel, int bank, int number) {
        if (choosesPrograms) {
            plugins.get(0).midi(frame - next, CONTROLLER | channel, BANK_COARSE, bank >> 7);
            plugins.get(0).midi(frame - next, CONTROLLER | channel, BANK_FINE, bank & 127);
            plugins.get(0).midi(frame - next, PROGRAM | channel, number, 0);
        }
    }

    @Override public void keyPressure(int channel, int key, float amount) {
        fingers.press(channel, key, amount);
        plugins.get(0).midi(0, KEY_PRESSURE | channel, key, Math.round(127 * amount));
    }

    @Override public boolean hearsFingers() {
        return hearsFingers;
    }

    @Override public void touch(int frame, int channel, int key, float bend, float pressure, float timbre) {
        fingers.touch(plugins.get(0), Math.max(0, frame - next), channel, key, bend, pressure, timbre);
    }

    @Override public void leave(int frame, int channel, int key) {
        fingers.leave(plugins.get(0), frame - next, channel, key);
    }

    @Override public void channelPressure(int channel, float amount) {
        plugins.get(0).midi(0, CHANNEL_PRESSURE | channel, Math.round(127 * amount), 0);
    }

    @Override public void pitchBend(int channel, float semitones) {
        int value = Math.clamp(Math.round(MIDDLE + semitones / BEND_RANGE * MIDDLE), 0, 2 * MIDDLE - 1);
        plugins.get(0).midi(0, BEND | channel, value & 127, value >> 7);
    }

    @Override public void controller(int channel, int number, float position) {
        plugins.get(0).midi(0, CONTROLLER | channel, number, Math.round(127 * position));
    }

    @Override public void begin(int start, int limit) {
        fingers.tell(plugins.get(0));
        ports.send(plugins.get(0));
        ports.sent();
        plugins.get(0).start(limit - start);
        begun = true;
    }

    @Override public void generate(int start, int limit) {
        HostedPlugin plugin = plugins.get(0);
        if (!begun) {
            begin(start, limit);
        }
        begun = false;
        if (plugin.finish(limit - start)) {
            plugins.read(out, start, limit);
        } else if (out.step != 0) {
            Arrays.fill(out.data, start * LANES, limit * LANES, 0);
        }
        next = limit % BLOCK;
    }
}
