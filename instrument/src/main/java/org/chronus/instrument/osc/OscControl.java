package org.chronus.instrument.osc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.chronus.midi.osc.OscFault;
import org.chronus.midi.osc.OscMessage;
import org.chronus.midi.osc.OscServer;
import org.chronus.presets.preset.Preset;

/**
 * An instrument's ear for Open Sound Control. Every message is answered to its sender, by {@code /ok} or by {@code /error} with the reason;
 * what is wrong is counted, and ends nothing. The messages are those of {@link OscAddress}.
 */
public final class OscControl implements AutoCloseable {
    /** Milliseconds between two looks at what is under way, at what may happen, and otherwise. */
    private static final long SOON = 2, OFTEN = 50, SELDOM = 1_000;

    private final ControlContext context;
    private final OscServer server;
    private final PendingAnswers waiting = new PendingAnswers();
    private final AnswerPorts ports = new AnswerPorts();
    private final OscFaults faults;
    private final PatchHandler patches;
    private final ValueHandler values;
    private final NoteHandler playing;
    private final LearnHandler learning;
    private final RecordHandler records;
    private final Events events;
    private final SchemaHandler schema;

    /**
     * Takes the port; answers from {@link #start} on.
     *
     * @throws IOException in one line, if the port cannot be had
     */
    public OscControl(InetSocketAddress place, ControlContext context) throws IOException {
        this.context = context;
        ChangeAnswers changes = new ChangeAnswers(waiting);
        faults = new OscFaults(context.say());
        patches = new PatchHandler(context, changes);
        values = new ValueHandler(context, patches);
        playing = new NoteHandler(context, changes);
        learning = new LearnHandler(context);
        records = new RecordHandler(context, waiting);
        events = new Events(context);
        schema = new SchemaHandler(context.catalog());
        server = new OscServer(place, new OscServer.Listener() {
            @Override public void message(OscMessage message, long nanos, SocketAddress sender) {
                hear(message, nanos, sender);
            }

            @Override public void fault(OscFault kind, String address, String reason, SocketAddress sender) {
                complain(kind, address, reason, sender);
            }

            @Override public long attend() {
                waiting.look();
                learning.look();
                events.look(server);
                return !waiting.isEmpty() ? SOON : events.isWanted() || learning.isWaiting() ? OFTEN : SELDOM;
            }
        });
    }

    /** Begins to answer, and to hear what happens. */
    public void start() {
        context.instrument().listen(event -> {
            events.hear(event);
            server.wake();
        });
        server.start();
    }

    /** Where it listens. */
    public InetSocketAddress place() throws IOException {
        return server.place();
    }

    /** No longer answers. */
    @Override public void close() throws IOException {
        server.close();
    }

    private void hear(OscMessage message, long nanos, SocketAddress sender) {
        if (OscAnswer.is(message.address())) {
            return;
        }
        Optional<OscAddress> address = OscAddress.find(message.address());
        if (address.isEmpty()) {
            complain(OscFault.ADDRESS, message.address(), "there is no such address: send /schema for those there are", sender);
            return;
        }
        try {
            obey(address.get(), message, nanos, sender);
        } catch (Refused refused) {
            complain(OscFault.REFUSED, message.address(), refused.getMessage(), sender);
        }
    }

    private void obey(OscAddress address, OscMessage message, long nanos, SocketAddress sender) throws Refused {
        Arguments arguments = new Arguments(address, message);
        if (address == OscAddress.ANSWER_PORT) {
            ports.set(arguments, sender);
        }
        Reply reply = new Reply(server, ports.of(sender), message.address());
        switch (address) {
            case PATCH_CREATE -> patches.create(arguments, reply);
            case PATCH_CONNECT -> patches.connect(arguments, reply);
            case PATCH_DISCONNECT -> patches.disconnect(arguments, reply);
            case PATCH_DELETE -> patches.delete(arguments, reply);
            case PATCH_COMMIT -> patches.commit(arguments, nanos, reply);
            case PATCH_ABORT -> patches.abort(reply);
            case PATCH_LOAD -> patches.load(arguments, reply);
            case PATCH_SAVE -> patches.save(arguments, reply);
            case MOD -> values.set(address.rest(message.address()), arguments, nanos, reply);
            case GATE -> playing.gate(address.rest(message.address()), arguments, nanos, reply);
            case NOTE -> playing.note(arguments, nanos, reply);
            case PROGRAM -> playing.program(arguments, nanos, reply);
            case NEXT -> playing.step(1, nanos, reply);
            case PREVIOUS -> playing.step(-1, nanos, reply);
            case LEARN -> learning.learn(arguments, reply);
            case LEARN_FORGET -> learning.forget(arguments, reply);
            case PANIC -> {
                server.forget();
                playing.panic(reply);
            }
            case RECORD_START -> records.start(arguments, reply);
            case RECORD_STOP -> records.stop(reply);
            case RECORD_STATUS -> records.status(reply);
            case ENGINE_STATUS -> status(reply);
            case ANSWER_PORT -> reply.ok(arguments.whole(0, 0, Integer.MAX_VALUE));
            case SUBSCRIBE -> events.subscribe(arguments, reply);
            case UNSUBSCRIBE -> events.unsubscribe(reply);
            case SCHEMA -> schema.addresses(arguments, reply);
            case SCHEMA_MODULE -> schema.module(arguments, reply);
        }
    }

    private void status(Reply reply) {
        List<Object> status = new ArrayList<>(List.of("preset", context.instrument().playing().map(Preset::name).orElse(""),
                "draft", patches.status(), "voices", context.engine().voices(),
                "seconds", context.engine().position() / (float) context.sampleRate(),
                "refused", (int) Math.min(context.engine().refused(), Integer.MAX_VALUE), "xruns", (int) context.instrument().xruns()));
        status.addAll(faults.status());
        reply.ok(status.toArray());
    }

    /** Answers go to addresses that can be answered; never to answers. */
    private void complain(OscFault kind, String address, String reason, SocketAddress sender) {
        faults.count(kind, sender, address, reason);
        if (!address.isEmpty() && !OscAnswer.is(address)) {
            new Reply(server, ports.of(sender), address).error(reason);
        }
    }
}
