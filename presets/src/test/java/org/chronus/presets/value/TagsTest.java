package org.chronus.presets.value;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;

import org.chronus.presets.library.PresetFile;
import org.chronus.presets.preset.Texts;
import org.junit.jupiter.api.Test;

class TagsTest {
    @Test void theyAreRead() {
        assertEquals(List.of("organ", "2-manuals"), Texts.good(Texts.VOICE + "tags: [organ, 2-manuals]\n").tags());
        assertEquals(List.of(), Texts.good(Texts.VOICE).tags());
    }

    @Test void aListingHasThemWithoutReadingThePreset() {
        assertEquals(List.of("organ"), PresetFile.of("a.yaml", "chronus: 1\ntags: [organ]\nmodules: {a: {type: nothing}}\n").tags());
        assertEquals(List.of(), PresetFile.of("a.yaml", "tags: yes\n").tags());
        assertEquals(List.of(), PresetFile.of("a.yaml", "[").tags());
    }

    @Test void aTagIsOneWordInLowerCase() {
        assertEquals("p.yaml:7:8: \"Big Organ\" is no tag: tags are up to 24 lower case letters, digits and -; write big-organ",
                Texts.only(Texts.VOICE + "tags: [Big Organ]\n"));
        assertEquals("p.yaml:7:8: \"" + "a".repeat(25) + "\" is no tag: tags are up to 24 lower case letters, digits and -",
                Texts.only(Texts.VOICE + "tags: [" + "a".repeat(25) + "]\n"));
    }

    @Test void theyAreAShortList() {
        assertEquals("p.yaml:7:7: tags is a list: write for example tags: [organ, bright]", Texts.only(Texts.VOICE + "tags: organ\n"));
        assertEquals("p.yaml:7:7: there are 9 tags: keep the 8 that tell most", Texts.only(Texts.VOICE + "tags: [a, b, c, d, e, f, g, h, i]\n"));
    }
}
