package org.chronus.instrument.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.chronus.instrument.rehearsal.Verdict.Kind;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.modules.patch.plan.PatchPlan.PartPlan;
import org.chronus.presets.preset.Preset;

/** Judges what was measured of one preset, the others of its bank left aside. Stateless; any thread. */
final class Judge {
    /** In dBFS: full scale. */
    static final double FULL_SCALE = 0;
    /** In dBFS. Ten keys as hard as can be are what a limiter at -1.2 dBFS is for; up to 3 dB of it are not heard. */
    static final double HANDS_LIMIT = 1.8;
    /** In dBFS, 3 % of full scale: from there on a note begins and ends with a thump, which the output's filter does not take away. */
    static final double DC_LIMIT = -30;
    /** In dBFS and LUFS: nothing is heard. */
    static final double INAUDIBLE = -60;
    /** Of a core: the load governor takes notes away beyond it. */
    static final double CORE_LIMIT = 0.75;

    private final Program program;
    private final Measured measured;
    private final List<Verdict> verdicts = new ArrayList<>();

    private Judge(Program program, Measured measured) {
        this.program = program;
        this.measured = measured;
    }

    /**
     * All that there is to say.
     *
     * @param primeLimit how many milliseconds a prime may take before {@code play} gives it up, unless the preset says more
     */
    static List<Verdict> judge(Program program, Measured measured, double primeLimit) {
        Judge judge = new Judge(program, measured);
        Preset preset = program.preset().orElseThrow();
        judge.faults();
        if (measured.failure().isEmpty()) {
            judge.levels();
            judge.silence(preset);
            judge.end();
        }
        judge.keys(preset.plan());
        judge.cost(Math.max(primeLimit, 1e3 * preset.primeSeconds()));
        return judge.verdicts;
    }

    /** How much louder it may become before it clips, in dB. */
    static double headroom(Measured measured) {
        return Math.min(FULL_SCALE - measured.peak(), HANDS_LIMIT - measured.handsPeak());
    }

    private void bad(Kind kind, String what, String cure, Object... numbers) {
        verdicts.add(new Verdict(kind, program.place(), true, String.format(Locale.ROOT, what, numbers), cure));
    }

    private void note(Kind kind, String what, String cure) {
        verdicts.add(new Verdict(kind, program.place(), false, what, cure));
    }

    private void faults() {
        if (measured.restarts() > 0) {
            bad(Kind.NOT_A_NUMBER, "what it plays was not a number, or infinite: it was restarted %d times%s",
                    "lower a feedback or resonance, or replace the module that does it", measured.restarts(),
                    measured.failure().isEmpty() ? "" : ", then taken out");
        } else if (!measured.failure().isEmpty()) {
            bad(Kind.FAILURE, "it failed while it was played (%s)", "correct or replace the module or plugin that does it", measured.failure());
        }
    }

    private void levels() {
        if (measured.loudness() > INAUDIBLE && measured.handsPeak() < INAUDIBLE) {
            bad(Kind.SILENCE, "it has played, and then nothing is heard of ten keys as hard as can be",
                    "a plugin or module that has stopped: look for a newer one, or another");
        }
        double over = -headroom(measured);
        if (Math.round(10 * over) > 0) {
            bad(Kind.CLIPPING, "it clips: %.1f dBFS, ten hard keys %.1f dBFS, true peak %.1f dBTP before the limiter",
                    String.format(Locale.ROOT, "lower its level by %.1f dB, or its hard strokes", over), measured.peak(), measured.handsPeak(),
                    measured.truePeak());
        }
        if (measured.dc() > DC_LIMIT) {
            bad(Kind.DC, "it has DC, %.1f dBFS while a key is held", "put a dcblock behind what makes it", measured.dc());
        }
    }

    private void silence(Preset preset) {
        List<PartPlan> parts = preset.plan().parts();
        for (PartPlan part : parts) {
            List<Integer> silent = measured.silentKeys().getOrDefault(part.id(), List.of());
            if (!silent.isEmpty() && !preset.silent()) {
                silence(parts.size() == 1 ? "" : "part " + part.id() + ": ", silent, silent.size() == Keyboard.keys(part).length);
            }
        }
    }

    private void keys(PatchPlan plan) {
        for (PartPlan part : Keyboard.unreachable(plan)) {
            bad(Kind.KEYS, "no key of a keyboard of 88 reaches part %s", "give it keys between A0 and C8", part.id());
        }
        List<Integer> holes = Keyboard.holes(plan), unplayed = Keyboard.unplayed(plan);
        if (!holes.isEmpty()) {
            bad(Kind.KEYS, "no part plays %s, between others that are played", "widen the keys: of the part beside them", Keyboard.text(holes));
        } else if (!unplayed.isEmpty() && unplayed.size() < Keyboard.HIGHEST - Keyboard.LOWEST && !Keyboard.isKit(plan.parts())) {
            note(Kind.KEYS, "no part plays " + Keyboard.text(unplayed), "widen the keys: of a part, if that is not meant");
        }
    }

    private void silence(String part, List<Integer> keys, boolean all) {
        if (all) {
            bad(Kind.SILENCE, "%snothing is heard of any key", "look at its levels and cables; write 'silent: yes' if that is right", part);
        } else if (keys.stream().anyMatch(Keyboard::isOnEveryKeyboard)) {
            bad(Kind.SILENCE, "%snothing is heard of %s", "make it sound there, or leave these keys out of its range (keys:)", part,
                    Keyboard.text(keys));
        } else {
            note(Kind.SILENCE, part + "nothing is heard of " + Keyboard.text(keys), "that is the compass of many instruments; mind it");
        }
    }

    private void end() {
        if (!measured.ends()) {
            bad(Kind.TAIL, "it does not end: after %.0f s of silence it still sounds",
                    "give its envelope a release, or lower a feedback", Take.LONGEST_TAIL);
        }
    }

    private void cost(double primeLimit) {
        if (measured.core() > CORE_LIMIT) {
            bad(Kind.CPU, "%d voices take %.0f %% of a core, and notes are taken away beyond %.0f %%",
                    "give it fewer voices (voices: {count: N}), or cheaper modules", measured.voices(), 100 * measured.core(), 100 * CORE_LIMIT);
        }
        if (measured.readyMillis() > primeLimit) {
            bad(Kind.PRIME, "it is ready after %.0f ms, and play waits %.0f ms", String.format(Locale.ROOT,
                    "write 'prime: %.0f s' into it, or raise CHRONUS_PRIME_TIMEOUT_MS", Math.ceil(measured.readyMillis() / 1e3 + 1)),
                    measured.readyMillis(), primeLimit);
        }
    }
}
