package org.chronus.instrument.osc;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.chronus.instrument.engine.slots.SwapReport;
import org.chronus.presets.draft.PortNames;
import org.chronus.presets.draft.PresetDraft;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetStore;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;

/**
 * The patch that is being made: a draft, which edits change and a commit brings to sound, by the same way as a program change. After that
 * it goes on as the draft of what plays.
 */
final class PatchHandler {
    private static final String NAME = "Live", OVER = "over";

    private final ControlContext context;
    private final ChangeAnswers changes;
    private final PresetReader reader;
    private final PresetStore store;
    private PresetDraft draft;
    private List<String> doubts = List.of();
    /** What the draft was when it was last committed, and what became of that; null before. */
    private Preset committed;
    private SwapReport commit;

    PatchHandler(ControlContext context, ChangeAnswers changes) {
        this.context = context;
        this.changes = changes;
        reader = new PresetReader(context.catalog());
        store = new PresetStore(context.library().userFolder());
    }

    void create(Arguments arguments, Reply reply) throws Refused {
        PresetDraft before = draft == null ? PresetDraft.begin(reader, NAME) : draft;
        String id = arguments.text(0);
        accept(before.create(id, arguments.text(1)), reply);
        reply.ok(id);
    }

    void connect(Arguments arguments, Reply reply) throws Refused {
        String source = arguments.text(0), target = arguments.text(1);
        accept(draft().connect(source, target, arguments.count() > 2 ? arguments.written(2) : ""), reply);
        reply.ok(source, target);
    }

    void disconnect(Arguments arguments, Reply reply) throws Refused {
        String source = arguments.text(0), target = arguments.text(1);
        accept(draft().disconnect(source, target), reply);
        reply.ok(source, target);
    }

    void delete(Arguments arguments, Reply reply) throws Refused {
        String id = arguments.text(0);
        accept(draft().delete(id), reply);
        reply.ok(id);
    }

    /** Answered when it plays, or why it does not. */
    void commit(Arguments arguments, long nanos, Reply reply) throws Refused {
        PresetDraft next = draft();
        if (arguments.count() > 0) {
            next = Refused.orElse(next.named(arguments.text(0)));
        }
        ReadResult<Preset> reading = next.read();
        Preset preset = Refused.orElse(reading);
        reading.problems().forEach(problem -> reply.warning(text(problem)));
        draft = next;
        committed = preset;
        commit = context.instrument().change(nanos, preset);
        changes.answer(commit, reply);
    }

    void abort(Reply reply) throws Refused {
        draft();
        draft = null;
        committed = null;
        commit = null;
        reply.ok();
    }

    void load(Arguments arguments, Reply reply) throws Refused {
        PresetFile file = Refused.file(context.library().find(arguments.text(0)));
        if (file.isBank()) {
            throw new Refused(file.name() + " is a bank", "name one of its presets");
        }
        draft = Refused.file(PresetDraft.of(reader, file));
        committed = null;
        commit = null;
        reply.ok(draft.name());
    }

    void save(Arguments arguments, Reply reply) throws Refused {
        String word = arguments.text(0);
        boolean over = arguments.count() > 1;
        if (over && !arguments.text(1).equals(OVER)) {
            throw new Refused("\"" + arguments.text(1) + "\" is not understood", "add " + OVER + ", or nothing");
        }
        PresetDraft named = PresetStore.isPath(word) ? draft() : Refused.orElse(draft().named(word));
        Refused.orElse(named.read());
        Path file = Refused.file(store.save(word, named.text(), over));
        draft = named;
        reply.ok(file.toString());
    }

    /** The draft's name; empty if there is none. */
    String status() {
        return draft == null ? "" : draft.name();
    }

    /** The type of a module of the draft; nothing if there is no such module. */
    Optional<String> type(String place) {
        return draft == null ? Optional.empty() : draft.type(place);
    }

    /** True if the draft is what plays, as it was committed, or is about to be. */
    boolean isLive() {
        return commit != null && (commit.outcome() == SwapReport.Outcome.PENDING
                || context.instrument().playing().filter(playing -> playing == committed).isPresent());
    }

    /** Writes a value, or a choice, of a module into the draft, as a file has it. */
    void set(String place, String key, String value, Reply reply) throws Refused {
        accept(draft().set(place, key, value), reply);
    }

    /** The same with a number for an input. */
    void set(String place, PortNames.Named port, float value) throws Refused {
        draft = Refused.orElse(draft().set(place, port, value));
    }

    private PresetDraft draft() throws Refused {
        if (draft == null) {
            throw new Refused("there is no draft", "begin one with /patch/create or /patch/load");
        }
        return draft;
    }

    private void accept(ReadResult<PresetDraft> edit, Reply reply) throws Refused {
        draft = Refused.orElse(edit);
        // What was doubted at the last edit is not said again.
        List<String> now = edit.problems().stream().map(PatchHandler::text).toList();
        now.stream().filter(doubt -> !doubts.contains(doubt)).forEach(reply::warning);
        doubts = now;
    }

    private static String text(Problem problem) {
        return problem.what() + ": " + problem.cure();
    }
}
