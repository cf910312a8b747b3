package org.chronus.presets.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.chronus.presets.text.Problems;
import org.chronus.presets.text.TextPosition;
import org.chronus.presets.text.YamlNode.Text;

/**
 * The text of a cable, split into words: {@code product {"," product} "->" target {"->" target}}, where a product is {@code source {"*"
 * source} ["*" amount]}. {@link CableReader} resolves the words. Immutable; any thread.
 */
public record CableText(List<Product> products, List<Word> targets) {
    private static final Pattern COMMA = Pattern.compile("(\\d+),(\\d+)");
    private static final Pattern NUMBER = Pattern.compile("[-+\u2212.]?[\\d.].*|[-+\u2212.](?:nan|inf).*", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 32_000;

    /** A word and where it stands. */
    public record Word(String text, TextPosition place) { }

    /** Sources to multiply, and by how much; without an amount the target's own unit counts once. */
    public record Product(List<Word> sources, Optional<Word> amount) { }

    /** Nothing, and reported, if the text is no cable. */
    public static Optional<CableText> parse(Text text, Problems problems) {
        if (text.value().length() > LONGEST) {
            problems.error(text.place(), "a cable of more than " + LONGEST + " characters", "write several cables");
            return Optional.empty();
        }
        Matcher comma = COMMA.matcher(text.value());
        if (comma.find()) {
            problems.error(text.at(comma.start()), "a decimal comma",
                    "write " + Problems.quote(comma.group(1)) + "." + Problems.quote(comma.group(2)) + " with a point");
            String meant = comma.replaceAll("$1.$2");
            return !COMMA.matcher(meant).find() ? parse(new Text(text.place(), meant, text.quoted(), text.oneLine()), problems)
                    : Optional.empty();
        }
        List<Word> ends = split(text, text.value(), 0, "->");
        if (ends.size() == 1) {
            problems.error(text.place(), "a cable has no ->", "write it as source -> target; in [ ] a comma parts cables, so put "
                    + "those with several sources on lines of their own, with a dash");
            return Optional.empty();
        }
        List<Word> all = new ArrayList<>();
        List<Product> products = new ArrayList<>();
        int start = 0;
        String sources = text.value().substring(0, text.value().indexOf("->"));
        for (String product : sources.split(",", -1)) {
            List<Word> words = split(text, product, start, "*");
            all.addAll(words);
            Optional<Word> amount = Optional.of(words.getLast()).filter(word -> words.size() > 1 && NUMBER.matcher(word.text()).matches());
            products.add(new Product(amount.isEmpty() ? words : words.subList(0, words.size() - 1), amount));
            start += product.length() + 1;
        }
        List<Word> targets = ends.subList(1, ends.size());
        all.addAll(targets);
        boolean whole = true;
        for (Word word : all) {
            if (word.text().isEmpty()) {
                problems.error(word.place(), "a word is missing in a cable", "write for example osc * 0.5 -> filter");
                whole = false;
            }
        }
        return whole ? Optional.of(new CableText(products, targets)) : Optional.empty();
    }

    /** True if a word stands where a source should be and is a number. */
    static boolean isNumber(Word word) {
        return NUMBER.matcher(word.text()).matches();
    }

    private static List<Word> split(Text text, String piece, int start, String sign) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        while (from <= piece.length()) {
            int end = piece.indexOf(sign, from);
            String word = piece.substring(from, end < 0 ? piece.length() : end);
            words.add(new Word(word.strip(), text.at(start + from + word.length() - word.stripLeading().length())));
            from = end < 0 ? piece.length() + 1 : end + sign.length();
        }
        return words;
    }
}
