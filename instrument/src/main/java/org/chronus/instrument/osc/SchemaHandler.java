package org.chronus.instrument.osc;

import org.chronus.instrument.control.PortText;
import org.chronus.instrument.control.Refused;
import org.chronus.modules.Choice;
import org.chronus.modules.Input;
import org.chronus.modules.ModuleCatalog;
import org.chronus.modules.ModuleShape;
import org.chronus.modules.ModuleType;
import org.chronus.modules.Output;

/** Tells what can be asked for, and what modules have. */
final class SchemaHandler {
    private final ModuleCatalog catalog;

    SchemaHandler(ModuleCatalog catalog) {
        this.catalog = catalog;
    }

    void addresses(Arguments arguments, Reply reply) throws Refused {
        String prefix = arguments.count() > 0 ? arguments.text(0) : "/";
        int count = 0;
        for (OscAddress address : OscAddress.values()) {
            if (address.address().startsWith(prefix)) {
                reply.entry(OscAnswer.SCHEMA_ADDRESS, address.address(), address.arguments(), address.meaning());
                count++;
            }
        }
        reply.ok(count);
    }

    void module(Arguments arguments, Reply reply) throws Refused {
        String name = arguments.text(0);
        ModuleShape shape = catalog.find(name).map(ModuleType::shape).orElseThrow(() -> new Refused("there is no module type " + name, "there are "
                + String.join(", ", catalog.names())));
        for (Input input : shape.inputs().values()) {
            reply.entry(OscAnswer.SCHEMA_PORT, name, "in", input.symbol(), PortText.range(input), PortText.notes(input));
        }
        for (Choice<?> choice : shape.choices().values()) {
            reply.entry(OscAnswer.SCHEMA_PORT, name, "set", choice.symbol(), String.join("|", choice.names()), choice.meaning());
        }
        for (Output output : shape.outputs().values()) {
            reply.entry(OscAnswer.SCHEMA_PORT, name, "out", output.symbol(), "signal", output.meaning());
        }
        reply.ok(name, shape.inputs().size() + shape.choices().size() + shape.outputs().size());
    }
}
