package org.chronus.presets.draft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.chronus.presets.graph.CableText;
import org.chronus.presets.graph.PortWord;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode.Text;

/**
 * A cable of a draft: one product and one target. Immutable.
 *
 * @param source words with {@code *} between them; a bare module is its {@code out}
 * @param amount as it is written; empty for none
 * @param target a bare module is its {@code in}
 */
record DraftCable(String source, String amount, String target) {
    static DraftCable of(String source, String amount, String target) {
        String words = Arrays.stream(source.split("\\*", -1)).map(String::strip).map(word -> bare(word, "out")).collect(Collectors.joining(" * "));
        return new DraftCable(words, amount.strip(), bare(target.strip(), "in"));
    }

    private static String bare(String word, String port) {
        PortWord name = PortWord.ofCable(word);
        return name.port().equals(port) ? name.module() : word;
    }

    /** The cables of a line of a file that was found good. */
    static List<DraftCable> parse(Text line) {
        List<DraftCable> cables = new ArrayList<>();
        Optional<CableText> read = CableText.parse(line, new Problems("", line.value()));
        read.ifPresent(text -> {
            String first = text.targets().getFirst().text();
            for (CableText.Product product : text.products()) {
                String source = product.sources().stream().map(CableText.Word::text).collect(Collectors.joining("*"));
                cables.add(of(source, product.amount().map(CableText.Word::text).orElse(""), first));
            }
            for (int i = 1; i < text.targets().size(); i++) {
                cables.add(of(text.targets().get(i - 1).text(), "", text.targets().get(i).text()));
            }
        });
        return cables;
    }

    /** True if it lies between the same ports. */
    boolean isBeside(DraftCable other) {
        return source.equals(other.source) && target.equals(other.target);
    }

    /** True if a module is at one of its ends, or a factor of it. */
    boolean touches(String id) {
        return Stream.concat(Stream.of(target), Arrays.stream(source.split(" \\* "))).anyMatch(word -> PortWord.ofCable(word).module().equals(id));
    }

    /** True if it may follow upon that one in a line: it takes all that comes out of where that one ends. */
    boolean continues(DraftCable before) {
        return amount.isEmpty() && source.equals(before.target) && PortWord.ofCable(source).isBare() && !source.equals("out");
    }

    /** As a file begins a line with it. */
    String line() {
        return source + (amount.isEmpty() ? "" : " * " + amount) + " -> " + target;
    }
}
