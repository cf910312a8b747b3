package org.chronus.presets.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.modules.patch.plan.PatchPlan.CablePlan;
import org.chronus.modules.patch.plan.Source;
import org.chronus.modules.patch.plan.Target;
import org.chronus.presets.graph.CableAmounts.Amount;
import org.chronus.presets.graph.CableTargets.Found;
import org.chronus.presets.graph.CableText.Product;
import org.chronus.presets.graph.CableText.Word;
import org.chronus.presets.text.Problems;
import org.chronus.presets.text.YamlNode;
import org.chronus.presets.text.YamlNode.Items;
import org.chronus.presets.text.YamlNode.Text;
import org.chronus.presets.value.Values;

/**
 * Reads {@code cables}: a line of text becomes a plan for each of its products and targets, with every end resolved. For the one thread
 * that reads the file.
 */
public final class CableReader {
    private static final String EXAMPLE = "write lines such as \"- osc -> filter\"";

    private static final int MOST_FACTORS = 16;

    private final Values values;
    private final Problems problems;
    private final GraphBuilder graph;
    private final CableSources sources;
    private final CableTargets targets;
    private final CableAmounts amounts;

    public CableReader(GraphBuilder graph, Values values, Problems problems) {
        this.graph = graph;
        this.values = values;
        this.problems = problems;
        sources = new CableSources(graph, problems);
        targets = new CableTargets(graph, problems);
        amounts = new CableAmounts(values, problems);
    }

    public void read(YamlNode node) {
        values.items(node, "cables", EXAMPLE).ifPresent(this::readAll);
    }

    private void readAll(Items items) {
        for (int i = 0; i < items.nodes().size() && !problems.isFull(); i++) {
            Optional<Text> text = values.text(items.nodes().get(i), "a cable", EXAMPLE);
            boolean broken = items.inBrackets() && i + 1 < items.nodes().size() && text.isPresent()
                    && items.nodes().get(i + 1) instanceof Text next && isBroken(text.get().value(), next.value());
            if (broken) {
                graph.markIncomplete();
                problems.error(text.get().place(), "a decimal comma", "write a point in the number");
                i++;
            } else {
                text.flatMap(found -> CableText.parse(found, problems)).ifPresentOrElse(this::chain, graph::markIncomplete);
            }
        }
    }

    /** In brackets a comma parts cables, and so it parted {@code voices * 0,5 -> out}. */
    private static boolean isBroken(String text, String next) {
        return !text.contains("->") && !text.isEmpty() && Character.isDigit(text.charAt(text.length() - 1))
                && !next.isEmpty() && Character.isDigit(next.charAt(0));
    }

    private void chain(CableText cable) {
        List<Product> products = cable.products();
        for (int i = 0; i < cable.targets().size(); i++) {
            Word word = cable.targets().get(i);
            boolean last = i == cable.targets().size() - 1;
            if (!last && (!PortWord.ofCable(word.text()).isBare() || word.text().equals("out"))) {
                problems.error(word.place(), "\"" + Problems.quote(word.text()) + "\" stands between two arrows",
                        "only a module may, by its bare name: end the cable here and begin another");
                graph.markIncomplete();
                return;
            }
            Optional<Found> target = targets.find(word);
            for (Product product : products) {
                target.ifPresentOrElse(found -> add(product, found), graph::markIncomplete);
            }
            products = List.of(new Product(List.of(word), Optional.empty()));
        }
    }

    private void add(Product product, Found found) {
        if (product.sources().size() > MOST_FACTORS) {
            problems.error(product.sources().getFirst().place(), "more than " + MOST_FACTORS + " factors", "multiply some of them in a module");
            graph.markIncomplete();
            return;
        }
        Amount amount = amounts.read(product, found.port());
        for (Target target : found.targets()) {
            List<Source> factors = new ArrayList<>();
            for (Word word : product.sources()) {
                sources.find(word, target).ifPresent(factors::add);
            }
            if (factors.size() < product.sources().size()) {
                graph.markIncomplete();
                return;
            }
            if (graph.cables().size() == GraphBuilder.MOST_CABLES) {
                problems.error(product.sources().getFirst().place(), "more than " + GraphBuilder.MOST_CABLES + " cables", "remove some");
            }
            if (graph.cables().size() <= GraphBuilder.MOST_CABLES) {
                graph.cables().add(new GraphBuilder.PlacedCable(new CablePlan(target, factors, (float) amount.value(), amount.octaves()),
                        product.sources().getFirst().place()));
            }
        }
    }
}
