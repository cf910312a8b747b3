package org.chronus.instrument.control;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.chronus.instrument.assembly.Instrument;
import org.chronus.presets.library.PresetFile;
import org.chronus.presets.library.PresetLibrary;
import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.PresetReader;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.chronus.presets.text.Severity;

/** Presets as texts, for an editor: what plays, as it is written, and what is written, looked at, played and saved. */
final class TextHandler {
    private static final String UNNAMED = "text";

    private final Instrument instrument;
    private final DraftHandler drafts;
    private final PresetReader reader;

    TextHandler(Instrument instrument, DraftHandler drafts) {
        this.instrument = instrument;
        this.drafts = drafts;
        reader = new PresetReader(instrument.setup().catalog());
    }

    Answer read() throws Refused {
        Optional<String> draft = drafts.shown();
        Preset playing = playing().orElseThrow(() -> new Refused("nothing plays yet", "wait until it does"));
        String origin = draft.isEmpty() || drafts.isLive() ? playing.origin() : "";
        return Answer.Done.of("preset", draft.isPresent() ? drafts.name() : playing.name(), "text", draft.orElse(playing.source().text()),
                "draft", draft.isPresent(), "origin", origin, "saved", saved(origin).map(PresetFile::text).orElse(""));
    }

    private Optional<Preset> playing() {
        return instrument.playing();
    }

    /** The file of a preset as it is now; nothing if it has gone. */
    private Optional<PresetFile> saved(String origin) {
        PresetLibrary library = instrument.setup().library();
        return library.again(origin).map(ReadResult::found).orElseGet(() -> Stream.concat(library.list().value().stream(), library.hosted().stream())
                .filter(file -> file.file().equals(origin)).findFirst());
    }

    /** On a thread of its own: others may ask meanwhile. */
    CompletableFuture<Answer> check(Request.CheckText request) {
        String origin = origin();
        return CompletableFuture.<Answer>supplyAsync(() -> {
            ReadResult<Preset> reading = reader.read(request.text(), origin);
            return Answer.Done.of("good", reading.found().isPresent(), "problems", reading.problems().stream().map(TextHandler::values).toList());
        }, task -> Thread.ofVirtual().name("check").start(task)).exceptionally(thrown -> new Answer.Refusal(thrown + ": this is a mistake of ours"));
    }

    private static Map<String, Object> values(Problem problem) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("line", problem.line());
        values.put("column", problem.column());
        values.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        values.put("what", problem.what());
        values.put("cure", problem.cure());
        return values;
    }

    /** Answered when it plays, or why it does not. It is as loud as what plays from the same text, if a bank has adjusted that. */
    CompletableFuture<Answer> play(Request.PlayText request, long nanos) throws Refused {
        ReadResult<Preset> reading = good(request.text());
        Preset adjusted = playing().map(Preset::source).map(source -> reading.value().adjusted(source.level(), source.transpose()))
                .orElse(reading.value());
        return drafts.play(request.text(), new ReadResult<>(adjusted, reading.problems()), nanos);
    }

    Answer save(Request.SaveText request) throws Refused {
        ReadResult<Preset> reading = good(request.text());
        Path file = drafts.write(request.word().orElseGet(() -> place(reading.value())), request.text(), request.over());
        return Answer.Done.of("path", file.toString()).warning(reading.problems().stream().map(TextHandler::line).toList());
    }

    /** One of the user's goes back to where it came from. */
    private String place(Preset preset) {
        Path folder = instrument.setup().library().userFolder().toAbsolutePath();
        return playing().filter(playing -> playing.name().equals(preset.name())).map(Preset::origin)
                .filter(origin -> saved(origin).filter(file -> !file.factory()).isPresent() && Path.of(origin).toAbsolutePath().startsWith(folder))
                .map(origin -> Path.of(origin).toAbsolutePath().toString()).orElse(preset.name());
    }

    /** Files that it names are looked for beside what plays. */
    private String origin() {
        return playing().map(Preset::origin).orElse(UNNAMED);
    }

    private ReadResult<Preset> good(String text) throws Refused {
        ReadResult<Preset> reading = reader.read(text, origin());
        if (reading.found().isEmpty()) {
            throw new Refused(reading.problems().stream().filter(problem -> problem.severity() == Severity.ERROR).map(TextHandler::line)
                    .findFirst().orElseThrow());
        }
        return reading;
    }

    private static String line(Problem problem) {
        return (problem.line() == 0 ? "" : "line " + problem.line() + ": ") + problem.what() + ": " + problem.cure();
    }
}
