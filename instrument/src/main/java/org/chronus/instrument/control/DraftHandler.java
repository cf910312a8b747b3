package org.chronus.instrument.control;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.instrument.assembly.InstrumentSetup;
import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.instrument.settings.DeviceFile;
import org.chronus.instrument.settings.WatchedFile;
import org.chronus.presets.draft.PortNames;
import org.chronus.presets.draft.PresetDraft;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetStore;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.tuning.Tuning;

/**
 * The patch that is being made: a draft, which edits change and a commit brings to sound, by the same way as a program change. After that
 * it goes on as the draft of what plays.
 */
final class DraftHandler {
    private static final String NAME = "Live";

    private final Instrument instrument;
    private final ProgramHandler changes;
    private final PresetReader reader;
    private final PresetStore store;
    private PresetDraft draft;
    /** The draft as somebody wrote it, with its comments, until an edit makes another of it; null for none. */
    private PresetDraft written;
    private String writtenText;
    private List<String> warned = List.of();
    /** What the draft was when it was last committed, and what became of that; null before. */
    private Preset committed;
    private SwapReport commit;

    DraftHandler(Instrument instrument, ProgramHandler changes) {
        this.instrument = instrument;
        this.changes = changes;
        reader = new PresetReader(instrument.setup().catalog());
        store = new PresetStore(instrument.setup().library().userFolder());
    }

    Answer create(Request.CreateModule request) throws Refused {
        PresetDraft before = draft == null ? PresetDraft.begin(reader, NAME) : draft;
        return Answer.Done.of("module", request.place()).warning(accept(before.create(request.place(), request.type())));
    }

    Answer connect(Request.Connect request) throws Refused {
        return Answer.Done.of("source", request.source(), "target", request.target())
                .warning(accept(draft().connect(request.source(), request.target(), request.amount())));
    }

    Answer disconnect(Request.Disconnect request) throws Refused {
        return Answer.Done.of("source", request.source(), "target", request.target())
                .warning(accept(draft().disconnect(request.source(), request.target())));
    }

    Answer delete(Request.DeleteModule request) throws Refused {
        return Answer.Done.of("module", request.place()).warning(accept(draft().delete(request.place())));
    }

    /** Answered when it plays, or why it does not. */
    CompletableFuture<Answer> commit(Request.CommitDraft request, long nanos) throws Refused {
        PresetDraft next = draft();
        if (request.name().isPresent()) {
            next = Refused.orElse(next.named(request.name().get()));
        }
        ReadResult<Preset> reading = next.read();
        Preset preset = Refused.orElse(reading);
        return play(next, preset, reading.problems(), nanos);
    }

    /** A text plays, and is the draft from now on. */
    CompletableFuture<Answer> play(String text, ReadResult<Preset> reading, long nanos) throws Refused {
        PresetDraft next = Refused.orElse(PresetDraft.of(reader, PresetFile.of(reading.value().origin(), text)));
        CompletableFuture<Answer> answer = play(next, reading.value(), reading.problems(), nanos);
        written = next;
        writtenText = text;
        return answer;
    }

    private CompletableFuture<Answer> play(PresetDraft next, Preset preset, List<Problem> problems, long nanos) throws Refused {
        changes.checkRoom();
        draft = next;
        committed = preset;
        commit = instrument.change(nanos, preset);
        List<String> warnings = problems.stream().map(DraftHandler::text).toList();
        return changes.answer(commit).thenApply(answer -> answer instanceof Answer.Done done ? done.warning(warnings) : answer);
    }

    Answer abort() throws Refused {
        draft();
        draft = null;
        committed = null;
        commit = null;
        return Answer.Done.of();
    }

    Answer load(Request.LoadDraft request) throws Refused {
        draft = Refused.file(PresetDraft.of(reader, LoadHandler.find(instrument.setup().library(), request.preset())));
        committed = null;
        commit = null;
        return Answer.Done.of("preset", draft.name());
    }

    Answer save(Request.SaveDraft request) throws Refused {
        PresetDraft named = PresetStore.isPath(request.word()) ? draft() : Refused.orElse(draft().named(request.word()));
        Refused.orElse(named.read());
        Path file = write(request.word(), named.text(), request.over());
        draft = named;
        return Answer.Done.of("path", file.toString());
    }

    /** Into the folder of presets, by the same rules for all that is saved. Returns where. */
    Path write(String word, String text, boolean over) throws Refused {
        return Refused.file(store.save(word, text, over, kept()));
    }

    /** The text of the draft while it is made or plays; nothing once something else has taken its place. */
    Optional<String> shown() {
        boolean shown = draft != null && (commit == null || isLive());
        return !shown ? Optional.empty() : Optional.of(draft == written ? writtenText : draft.text());
    }

    /** What the instrument reads besides presets: a preset in its place would be the end of it. */
    private List<Path> kept() {
        InstrumentSetup setup = instrument.setup();
        List<Path> files = new ArrayList<>(setup.tuning().map(Tuning::files).orElse(List.of()));
        files.addAll(setup.library().otherFilesOf(setup.bank()));
        files.add(DeviceFile.of(System.getenv()));
        files.add(WatchedFile.of(System.getenv(), WatchedFile.LEARNED));
        return files;
    }

    /** The draft's name; empty if there is none. */
    String name() {
        return draft == null ? "" : draft.name();
    }

    /** The type of a module of the draft; nothing if there is no such module. */
    Optional<String> type(String place) {
        return draft == null ? Optional.empty() : draft.type(place);
    }

    /** True if the draft is what plays, as it was committed, or is about to be. */
    boolean isLive() {
        return commit != null && (commit.outcome() == SwapReport.Outcome.PENDING
                || instrument.playing().filter(playing -> playing == committed).isPresent());
    }

    /** Writes a value, or a choice, of a module into the draft, as a file has it. Returns warnings. */
    List<String> set(String place, String key, String value) throws Refused {
        return accept(draft().set(place, key, value));
    }

    /** The same with a number for an input. */
    void set(String place, PortNames.Named port, float value) throws Refused {
        draft = Refused.orElse(draft().set(place, port, value));
    }

    private PresetDraft draft() throws Refused {
        if (draft == null) {
            throw new Refused("there is no draft", "create a module, or load a preset, to begin one");
        }
        return draft;
    }

    /** Returns what is to be said; what was said at the last edit is not said again. */
    private List<String> accept(ReadResult<PresetDraft> edit) throws Refused {
        draft = Refused.orElse(edit);
        List<String> now = edit.problems().stream().map(DraftHandler::text).toList();
        List<String> news = now.stream().filter(line -> !warned.contains(line)).toList();
        warned = now;
        return news;
    }

    private static String text(Problem problem) {
        return problem.what() + ": " + problem.cure();
    }
}
