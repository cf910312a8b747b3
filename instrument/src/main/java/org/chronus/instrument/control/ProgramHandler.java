package org.chronus.instrument.control;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentEvent;
import org.chronus.instrument.assembly.SetList;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.engine.slots.SwapRequest;
import org.chronus.presets.library.ProgramAddress;
import org.chronus.presets.preset.Preset;

/** Asks for programs, and answers for every change of the patch once it has come to an end. */
final class ProgramHandler {
    private static final int MOST_PENDING = 256;
    /** Longer than the first warm-up of all module types takes. */
    private static final long LONGEST_SECONDS = 60;

    private final Instrument instrument;
    private final Map<SwapReport, CompletableFuture<Answer>> pending = new ConcurrentHashMap<>();
    /** The change that took over last; null before the first. */
    private volatile Latest latest;

    /** A change, and where its program is now: that may have moved. */
    private record Latest(SwapReport report, ProgramAddress program) { }

    ProgramHandler(Instrument instrument) {
        this.instrument = instrument;
        instrument.listen(event -> {
            if (event instanceof InstrumentEvent.Ended(SwapReport report) && report.outcome() == SwapReport.Outcome.SWAPPED) {
                latest = new Latest(report, new ProgramAddress(report.request().bank(), report.request().program()));
            }
            if (event instanceof InstrumentEvent.Settled || event instanceof InstrumentEvent.Ended) {
                answerEnded();
            }
        });
    }

    CompletableFuture<Answer> change(Request.Program program, long nanos) throws Refused {
        checkRoom();
        return answer(instrument.change(nanos, program.bank(), program.program()));
    }

    CompletableFuture<Answer> step(Request.Step step, long nanos) throws Refused {
        checkRoom();
        if (step.tag().isEmpty()) {
            return answer(instrument.step(nanos, step.places()));
        }
        ProgramAddress found = nearest(step.places() < 0 ? -1 : 1, step.tag().get());
        return answer(instrument.change(nanos, found.bank(), found.program()));
    }

    /** The first on this way, around the set list, that has the tag and is another. */
    private ProgramAddress nearest(int way, String tag) throws Refused {
        SetList setList = instrument.setList();
        for (ProgramAddress program : IntStream.rangeClosed(1, setList.bank().order().size()).mapToObj(by -> setList.look(way * by)).distinct()
                .filter(program -> !program.equals(setList.current())).toList()) {
            boolean has = setList.bank().find(program.bank(), program.program())
                    .flatMap(entry -> instrument.setup().library().load(setList.bank(), entry).found())
                    .filter(preset -> preset.tags().contains(tag)).isPresent();
            if (has) {
                return program;
            }
        }
        throw new Refused("no other program of the set list has the tag " + tag, "chronus list presets shows the tags");
    }

    /** The program that plays; nothing for a preset of no bank, or while another stands in for one that failed. */
    Optional<ProgramAddress> plays() {
        return Optional.ofNullable(latest).filter(last -> last.report().request().program() != SwapRequest.NO_PROGRAM
                && instrument.playing().map(Preset::name).filter(last.report().preset()::equals).isPresent()).map(Latest::program);
    }

    /** The bank has another order: what plays is elsewhere in it now. */
    void move(UnaryOperator<ProgramAddress> moved) {
        Latest last = latest;
        latest = last == null ? null : new Latest(last.report(), moved.apply(last.program()));
    }

    /** Refused if too much is under way. */
    void checkRoom() throws Refused {
        if (pending.size() >= MOST_PENDING) {
            throw new Refused("too much is under way", "wait for its answers");
        }
    }

    /** The answer, once the change plays or will not. */
    CompletableFuture<Answer> answer(SwapReport report) {
        CompletableFuture<Answer> answer = new CompletableFuture<>();
        pending.put(report, answer);
        // It may have ended before it stood in the table.
        answerEnded();
        answer.completeOnTimeout(new Answer.Refusal("nothing came of it in a minute: is the sound running?"), LONGEST_SECONDS, TimeUnit.SECONDS)
                .whenComplete((_, _) -> pending.remove(report));
        return answer;
    }

    private void answerEnded() {
        for (Iterator<Map.Entry<SwapReport, CompletableFuture<Answer>>> all = pending.entrySet().iterator(); all.hasNext();) {
            Map.Entry<SwapReport, CompletableFuture<Answer>> each = all.next();
            if (each.getKey().outcome() != SwapReport.Outcome.PENDING) {
                all.remove();
                each.getValue().complete(answerNow(each.getKey()));
            }
        }
    }

    private static Answer answerNow(SwapReport report) {
        return switch (report.outcome()) {
            case SWAPPED -> Answer.Done.of("preset", report.preset(), "milliseconds", (float) report.primeMillis());
            case SAME -> Answer.Done.of("preset", report.preset(), "milliseconds", 0f);
            case PENDING, UNKNOWN, FAILED, SUPERSEDED -> new Answer.Refusal(SwapReasons.of(report));
        };
    }
}
