package org.chronus.presets.library;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.chronus.presets.preset.Preset;
import org.chronus.presets.preset.Texts;
import org.chronus.presets.text.Problem;
import org.chronus.presets.text.ReadResult;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PresetLibraryTest {
    @TempDir
    private Path folder;
    private Path user;
    private PresetLibrary library;

    @BeforeEach void aUserWithTwoPresets() throws IOException {
        user = Files.createDirectories(folder.resolve("chronus/presets"));
        Files.writeString(user.resolve("stage.yaml"), Texts.VOICE + "name: Stage tine\n");
        Files.writeString(user.resolve("soft-lead.yaml"), Texts.VOICE + "name: Soft lead\n");
        library = PresetLibrary.of(Texts.reader(), Map.of("XDG_DATA_HOME", folder.toString()));
    }

    private String refused(String word) {
        ReadResult<PresetFile> reading = library.find(word);
        assertNull(reading.value());
        assertEquals(1, reading.problems().size());
        return reading.problems().getFirst().toString();
    }

    @Test void livesWhereXdgPutsData() {
        assertEquals(user, library.userFolder());
        assertEquals(Path.of("/home/ann/.local/share/chronus/presets"), PresetLibrary.of(Texts.reader(), Map.of("HOME", "/home/ann")).userFolder());
        assertEquals(Path.of("/home/ann/.local/share/chronus/presets"),
                PresetLibrary.of(Texts.reader(), Map.of("HOME", "/home/ann", "XDG_DATA_HOME", "relative")).userFolder());
    }

    @Test void listsTheUsersPresetsBeforeTheFactorys() {
        List<PresetFile> all = library.list().value();
        assertEquals(List.of("Soft lead", "Stage tine", "Stage tine"), all.stream().map(PresetFile::name).limit(3).toList());
        assertEquals(List.of(false, false, true), all.stream().map(PresetFile::factory).limit(3).toList());
    }

    @Test void needsNoFolder() {
        PresetLibrary bare = new PresetLibrary(Texts.reader(), folder.resolve("nowhere"));
        assertTrue(bare.list().isGood());
        assertEquals("Init", bare.load("init").value().name());
    }

    @Test void findsByNameInAnyCase() {
        assertEquals("Stage tine", library.find("STAGE TINE").value().name());
    }

    @Test void findsByTheNameOfTheFile() {
        assertEquals("Soft lead", library.find("soft-lead").value().name());
    }

    @Test void findsByABeginning() {
        assertEquals("Soft lead", library.find("so").value().name());
    }

    @Test void findsByAPiece() {
        assertEquals("String machine", library.find("machine").value().name());
    }

    @Test void theUsersComeFirst() throws IOException {
        Files.writeString(user.resolve("mine.yaml"), Texts.VOICE + "name: Init\n");
        assertFalse(library.find("init").value().factory());
    }

    @Test void anAmbiguousWordListsAll() {
        assertEquals("s: several presets are meant: choose one: Soft lead, Stage tine", refused("s"));
    }

    @Test void presetsOfOneNameAreToldApartByTheirFiles() throws IOException {
        Files.writeString(user.resolve("other.yaml"), Texts.VOICE + "name: Stage tine\n");
        assertTrue(refused("Stage tine").endsWith("choose one: " + user.resolve("other.yaml") + ", " + user.resolve("stage.yaml")));
    }

    @Test void aWrongWordIsNearAName() {
        assertEquals("Stage tnie: there is no such preset: did you mean Stage tine?", refused("Stage tnie"));
        assertEquals("xyz: there is no such preset: see chronus list presets", refused("xyz"));
        assertEquals(": this is no name: give the name of a preset (chronus list presets)", refused(""));
    }

    @Test void aPathIsAPath() throws IOException {
        Path file = Files.writeString(folder.resolve("mine"), Texts.VOICE);
        assertEquals(file.toString(), library.find(file.toString()).value().file());
    }

    @Tag("L21")
    @Test void aMissingFileIsOneLine() {
        Path missing = folder.resolve("none.yaml");
        assertEquals(missing + ": there is no such file: check the path, or give the name of a preset (chronus list presets)",
                refused(missing.toString()));
        assertEquals("none.yaml: there is no such file: check the path, or give the name of a preset (chronus list presets)", refused("none.yaml"));
    }

    @Test void aFolderIsNoPreset() {
        assertEquals(user + ": it is a folder: name a file in it", refused(user.toString()));
    }

    @Test void aSoundFileIsNoPreset() throws IOException {
        Path file = Files.write(folder.resolve("a.wav"), new byte[] {'R', 'I', 'F', 'F', 0, 0, 0});
        assertEquals(file + ": it is not a text: give a .yaml file", refused(file.toString()));
    }

    @Test void latinTextIsNotUnderstood() throws IOException {
        Path file = Files.write(folder.resolve("a.yaml"), new byte[] {'n', (byte) 0xE9, 'e'});
        assertEquals(file + ": it is not UTF-8 text: save it as UTF-8, or is this the right file?", refused(file.toString()));
    }

    @Test void aHugeFileIsNotRead() throws IOException {
        Path file = Files.write(folder.resolve("a.yaml"), new byte[(1 << 20) + 1]);
        assertEquals(file + ": it is larger than 1 MiB: a preset or bank has a few kilobytes; is this the right file?", refused(file.toString()));
    }

    @Test void aForbiddenFileIsToldWithItsCure() throws IOException {
        Path file = Files.writeString(folder.resolve("a.yaml"), Texts.VOICE);
        assumeFalse(!file.toFile().setReadable(false) || Files.isReadable(file), "the super-user may read everything");
        assertEquals(file + ": it may not be read: allow it: chmod u+r, as the file's owner", refused(file.toString()));
    }

    @Test void anImpossiblePathIsNoPreset() {
        assertEquals("a\0b.yaml".replace('\0', ' ') + ": there is no such preset: see chronus list presets", refused("a\0b.yaml"));
    }

    @Test void aBrokenPresetIsListedAndExplained() throws IOException {
        Files.writeString(user.resolve("broken.yaml"), Texts.VOICE + "name: Broken\nlevel: loud\n");
        assertEquals("Broken", library.find("broken").value().name());
        assertEquals(user.resolve("broken.yaml") + ":8:8: \"loud\" is not a number: write for example -6 dB or 0.5",
                library.load("broken").problems().getFirst().toString());
    }

    @Test void aFileThatCannotBeReadDoesNotHideTheOthers() throws IOException {
        Files.write(user.resolve("noise.yaml"), new byte[] {0, 1, 2});
        assertEquals("Stage tine", library.list().value().get(1).name());
        assertEquals(1, library.list().problems().size());
    }

    @Test void banksAreNoPresets() throws IOException {
        Files.writeString(user.resolve("gig.yaml"), Texts.resource("gig.yaml"));
        assertTrue(library.list().value().stream().noneMatch(file -> file.name().equals("Friday gig")));
        assertTrue(library.find(user.resolve("gig.yaml").toString()).value().isBank());
    }

    @Test void aBankLooksBesideItselfFirst() throws IOException {
        Path gig = Files.createDirectories(folder.resolve("gig"));
        Files.writeString(gig.resolve("stage.yaml"), Texts.VOICE + "name: Louder tine\n");
        Path file = Files.writeString(gig.resolve("bank.yaml"), "chronus: 1\nprograms: {0: stage.yaml, 1: soft-lead.yaml, 2: Init, 3: init.yaml}\n");
        Bank bank = library.readBank(library.find(file.toString()).value()).value();
        List<String> names = bank.programs(0).values().stream().map(entry -> library.load(bank, entry).value().name()).toList();
        assertEquals(List.of("Louder tine", "Soft lead", "Init", "Init"), names);
    }

    @Test void aBankTellsWhichPresetItMisses() throws IOException {
        Path file = Files.writeString(folder.resolve("bank.yaml"), "chronus: 1\nprograms: {0: soft-laed.yaml, 1: sub/none.yaml}\n");
        assertEquals(List.of(file + ":2:15: \"soft-laed.yaml\": there is no such preset: did you mean soft-lead.yaml?",
                file + ":2:34: \"sub/none.yaml\": there is no such file: check the path, or give the name of a preset (chronus list presets)"),
                library.readBank(library.find(file.toString()).value()).problems().stream().map(Problem::toString).toList());
    }

    @Test void aBankMakesAPresetSofterAndLower() {
        Preset plain = library.load("Soft lead").value();
        Preset adjusted = library.load(new Bank("Gig", 0, new java.util.TreeMap<>(), List.of(), "b.yaml"), new BankEntry("Soft lead", 0.5, -12))
                .value();
        assertEquals(plain.plan().level() / 2, adjusted.plan().level());
        assertEquals(-12, adjusted.plan().parts().getFirst().transpose());
        assertEquals(plain.plan().parts().getFirst().graph(), adjusted.plan().parts().getFirst().graph());
    }
}
