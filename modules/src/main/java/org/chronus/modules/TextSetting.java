package org.chronus.modules;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A setting that is a text, fixed when the patch is built: the name of a plugin's own preset, a file. */
public final class TextSetting {
    private final String symbol;
    private String meaning = "";
    private boolean file;
    private Function<String, Optional<String>> check = _ -> Optional.empty();
    private List<String> known = List.of();
    private String value;

    TextSetting(String symbol) {
        this.symbol = symbol;
    }

    /** Says in a few words what it is. */
    public TextSetting means(String text) {
        meaning = text;
        return this;
    }

    /** A file: where the preset gives no whole path, it is beside the preset. */
    public TextSetting file() {
        file = true;
        return this;
    }

    /** A file that is looked into when the preset is checked: says what is wrong with it, and what to do about it, in a line that ends so. */
    public TextSetting file(Function<String, Optional<String>> check) {
        this.check = check;
        return file();
    }

    /** What is wrong with a file that can be read, as far as that shows without loading it. */
    public Optional<String> wrong(String path) {
        return check.apply(path);
    }

    /** One of these, or something else that is no plain name: a number, a URI. */
    public TextSetting among(List<String> names) {
        known = List.copyOf(names);
        return this;
    }

    /** Every name that it may be; empty if that is not known. */
    public List<String> known() {
        return known;
    }

    public boolean isFile() {
        return file;
    }

    /** What the preset says, if it does; settled when {@link Module#activate} is called. */
    public Optional<String> value() {
        return Optional.ofNullable(value);
    }

    public String symbol() {
        return symbol;
    }

    public String meaning() {
        return meaning;
    }

    /** [loader] What the preset says. */
    public void set(String text) {
        value = text;
    }
}
