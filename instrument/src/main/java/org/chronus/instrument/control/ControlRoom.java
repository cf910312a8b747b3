package org.chronus.instrument.control;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentEvent;
import org.chronus.instrument.audio.Tap;
import org.chronus.instrument.settings.BindingsFile;

/**
 * Where an instrument is asked for things: requests come in, answers go back, events go out, whatever protocol they travel by. One request
 * is carried out at a time, on the thread that asks; an answer that depends on what has yet to happen comes later, on another thread. Any
 * thread but the audio thread.
 */
public final class ControlRoom {
    private final Instrument instrument;
    private final Tap tap;
    private final DraftHandler drafts;
    private final ValueHandler values;
    private final NoteHandler notes;
    private final ProgramHandler programs;
    private final LearnHandler learning;
    private final RecordHandler recording;
    private final LoadHandler loading;
    private final TextHandler texts;
    private final BankHandler banks;
    private final DumpHandler dumps;
    private final StatusHandler status;
    private final FaultCounts faults = new FaultCounts();
    private final ReentrantLock lock = new ReentrantLock(true);

    /**
     * @param tap     where all that is heard can be recorded and listened to
     * @param learned where learned controllers are kept
     */
    public ControlRoom(Instrument instrument, Tap tap, BindingsFile learned) {
        this.instrument = instrument;
        this.tap = tap;
        programs = new ProgramHandler(instrument);
        drafts = new DraftHandler(instrument, programs);
        values = new ValueHandler(instrument, drafts);
        notes = new NoteHandler(instrument);
        learning = new LearnHandler(instrument, learned);
        recording = new RecordHandler(instrument, tap);
        loading = new LoadHandler(instrument, programs, drafts);
        texts = new TextHandler(instrument, drafts);
        banks = new BankHandler(instrument, programs);
        dumps = new DumpHandler(instrument);
        status = new StatusHandler(instrument, drafts, programs, faults);
    }

    /** What is asked. */
    public Instrument instrument() {
        return instrument;
    }

    /** Where all that is heard passes. */
    public Tap tap() {
        return tap;
    }

    /** Where adapters count what is wrong with what comes to them; the status tells it. */
    public FaultCounts faults() {
        return faults;
    }

    /** From now on this one hears what happens. */
    public void listen(Consumer<InstrumentEvent> listener) {
        instrument.listen(listener);
    }

    /**
     * Carries out a request.
     *
     * @param nanos when it was sent, by {@link System#nanoTime}: its place among notes and program changes
     * @return the answer, at once or once it is known; it never fails
     */
    public CompletableFuture<Answer> ask(Request request, long nanos) {
        lock.lock();
        try {
            return carryOut(request, nanos);
        } catch (Refused refused) {
            return CompletableFuture.completedFuture(new Answer.Refusal(refused.getMessage()));
        } finally {
            lock.unlock();
        }
    }

    private CompletableFuture<Answer> carryOut(Request request, long nanos) throws Refused {
        return switch (request) {
            case Request.CreateModule create -> now(drafts.create(create));
            case Request.Connect connect -> now(drafts.connect(connect));
            case Request.Disconnect disconnect -> now(drafts.disconnect(disconnect));
            case Request.DeleteModule delete -> now(drafts.delete(delete));
            case Request.CommitDraft commit -> drafts.commit(commit, nanos);
            case Request.AbortDraft _ -> now(drafts.abort());
            case Request.LoadDraft load -> now(drafts.load(load));
            case Request.SaveDraft save -> now(drafts.save(save));
            case Request.ReadText _ -> now(texts.read());
            case Request.CheckText check -> texts.check(check);
            case Request.PlayText play -> texts.play(play, nanos);
            case Request.SaveText save -> now(texts.save(save));
            case Request.ReadBank _ -> banks.read();
            case Request.OrderBank order -> banks.order(order);
            case Request.SetLevel level -> banks.level(level);
            case Request.SetValue set -> now(values.set(set, nanos));
            case Request.SetText set -> now(values.set(set));
            case Request.Gate gate -> now(notes.gate(gate, nanos));
            case Request.Note note -> now(notes.note(note, nanos));
            case Request.Program program -> programs.change(program, nanos);
            case Request.Step step -> programs.step(step, nanos);
            case Request.Learn learn -> learning.learn(learn);
            case Request.Forget forget -> now(learning.forget(forget));
            case Request.Panic _ -> now(notes.panic());
            case Request.StartRecording start -> now(recording.start(start));
            case Request.StopRecording _ -> recording.stop();
            case Request.RecordingStatus _ -> now(recording.status());
            case Request.Dump dump -> dumps.dump(dump);
            case Request.Load load -> loading.load(load);
            case Request.Reload _ -> loading.reload();
            case Request.Status _ -> now(status.status());
        };
    }

    private static CompletableFuture<Answer> now(Answer answer) {
        return CompletableFuture.completedFuture(answer);
    }
}
