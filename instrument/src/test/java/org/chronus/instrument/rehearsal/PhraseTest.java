package org.chronus.instrument.rehearsal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.chronus.midi.command.Gesture.NoteOff;
import org.chronus.midi.command.Gesture.NoteOn;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.patch.plan.PatchPlan;
import org.chronus.presets.preset.PresetReader;
import org.junit.jupiter.api.Test;

class PhraseTest {
    private static PatchPlan plan(String... parts) {
        StringBuilder text = new StringBuilder("chronus: 1\nparts:\n");
        for (int i = 0; i < parts.length; i++) {
            text.append("  p").append(i).append(": {").append(parts[i]).append(", modules: {o").append(i).append(": {type: sine}}, cables: [o")
                    .append(i).append(" -> out]}\n");
        }
        return new PresetReader(ModuleCatalog.load()).read(text.toString(), "x.yaml").value().plan();
    }

    private static List<NoteOn> notes(Phrase phrase) {
        return phrase.events().stream().map(Phrase.Timed::command).filter(NoteOn.class::isInstance).map(NoteOn.class::cast).toList();
    }

    @Test void everyPartIsStruckAtBothEndsSoftAndHardOnItsOwnChannel() {
        List<NoteOn> notes = notes(Phrase.of(plan("keys: .. B2", "keys: C3 ..", "channel: 2, keys: C4 .. C5")));
        assertEquals(Set.of(0, 1), notes.stream().map(NoteOn::channel).collect(Collectors.toSet()));
        for (int key : new int[] {21, 47, 48, 108}) {
            Set<Float> touches = notes.stream().filter(note -> note.channel() == 0 && note.key() == key).map(NoteOn::velocity)
                    .collect(Collectors.toCollection(TreeSet::new));
            assertTrue(touches.contains(1f) && touches.iterator().next() < 0.05f, () -> key + ": " + touches);
        }
        assertTrue(notes.stream().filter(note -> note.channel() == 1).allMatch(note -> note.key() >= 60 && note.key() <= 72));
    }

    @Test void everyKeyThatIsStruckIsLetGo() {
        Phrase phrase = Phrase.of(plan("voices: {mode: mono}, keys: C2 .. C3", "keys: C3 .. C7"));
        assertEquals(notes(phrase).size(), phrase.events().stream().filter(event -> event.command() instanceof NoteOff).count());
        assertTrue(phrase.events().stream().allMatch(event -> event.at() >= 0 && event.at() <= phrase.end()));
    }

    @Test void aSingleVoicePlaysOneNoteAtATimeInTheMusic() {
        Phrase phrase = Phrase.of(plan("voices: {mode: legato}"));
        List<Double> starts = phrase.events().stream().filter(event -> event.command() instanceof NoteOn && event.at() < phrase.musicEnd())
                .map(Phrase.Timed::at).toList();
        assertEquals(starts.size(), Set.copyOf(starts).size());
    }

    @Test void theCrowdIsAsManyKeysAsThereAreVoicesAllDifferent() {
        List<NoteOn> crowd = notes(Phrase.crowd(plan("voices: {count: 24}"), 1));
        assertEquals(24, crowd.stream().map(NoteOn::key).distinct().count());
        assertEquals(1, Phrase.crowd(plan("voices: {mode: mono}"), 1).notes());
        assertEquals(64, Phrase.crowd(plan("voices: {count: 48}", "voices: {count: 48}"), 1).notes());
    }

    @Test void partsThatNoKeyReachesAreNotPlayed() {
        Phrase phrase = Phrase.of(plan("keys: C9 .."));
        assertEquals(0, phrase.notes());
    }
}
