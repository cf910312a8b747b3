package org.chronus.instrument.osc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

import org.chronus.instrument.control.Answer;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.control.Refused;
import org.chronus.instrument.control.Request;
import org.chronus.midi.osc.OscFault;
import org.chronus.midi.osc.OscMessage;
import org.chronus.midi.osc.OscServer;

/**
 * Open Sound Control as an adapter of the {@link ControlRoom}: messages become requests, answers and events become messages. Every message
 * is answered to its sender, by {@code /ok} or by {@code /error} with the reason; what is wrong is counted, and ends nothing. The messages
 * are those of {@link OscAddress}.
 */
public final class OscControl implements AutoCloseable {
    /** Milliseconds between two looks at who has subscribed, and otherwise. */
    private static final long OFTEN = 50, SELDOM = 1_000;

    private final ControlRoom room;
    private final OscServer server;
    private final AnswerPorts ports = new AnswerPorts();
    private final OscFaults faults;
    private final Events events = new Events();
    private final SchemaHandler schema;
    /** Answers that came later, until the thread "osc" sends them. */
    private final Queue<Runnable> later = new ConcurrentLinkedQueue<>();

    /**
     * Takes the port; answers from {@link #start} on.
     *
     * @param say hears, in a line, what a player should know
     * @throws IOException in one line, if the port cannot be had
     */
    public OscControl(InetSocketAddress place, ControlRoom room, Consumer<String> say) throws IOException {
        this.room = room;
        faults = new OscFaults(room.faults(), say);
        schema = new SchemaHandler(room.instrument().setup().catalog());
        server = new OscServer(place, new OscServer.Listener() {
            @Override public void message(OscMessage message, long nanos, SocketAddress sender) {
                hear(message, nanos, sender);
            }

            @Override public void fault(OscFault kind, String address, String reason, SocketAddress sender) {
                complain(kind, address, reason, sender);
            }

            @Override public long attend() {
                for (Runnable answer = later.poll(); answer != null; answer = later.poll()) {
                    answer.run();
                }
                events.send(server);
                return events.isWanted() ? OFTEN : SELDOM;
            }
        });
    }

    /** Begins to answer, and to hear what happens. */
    public void start() {
        room.listen(event -> {
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
            carryOut(address.get(), message, nanos, sender);
        } catch (Refused refused) {
            complain(OscFault.REFUSED, message.address(), refused.getMessage(), sender);
        }
    }

    private void carryOut(OscAddress address, OscMessage message, long nanos, SocketAddress sender) throws Refused {
        Arguments arguments = new Arguments(address, message);
        Optional<Request> request = OscRequests.of(address, message.address(), arguments);
        if (address == OscAddress.PANIC) {
            server.forget();
        }
        if (request.isPresent()) {
            CompletableFuture<Answer> answer = room.ask(request.get(), nanos);
            if (answer.isDone()) {
                send(answer.join(), message.address(), sender);
            } else {
                answer.thenAccept(known -> {
                    later.add(() -> send(known, message.address(), sender));
                    server.wake();
                });
            }
        } else {
            carryOutHere(address, arguments, message.address(), sender);
        }
    }

    /** What only OSC has: who is answered where, and what there is to ask for. */
    private void carryOutHere(OscAddress address, Arguments arguments, String whole, SocketAddress sender) throws Refused {
        if (address == OscAddress.ANSWER_PORT) {
            ports.set(arguments, sender);
        }
        Reply reply = new Reply(server, ports.of(sender), whole);
        switch (address) {
            case ANSWER_PORT -> reply.ok(arguments.whole(0, 0, Integer.MAX_VALUE));
            case SUBSCRIBE -> events.subscribe(arguments, reply);
            case UNSUBSCRIBE -> events.unsubscribe(reply);
            case SCHEMA -> schema.addresses(arguments, reply);
            case SCHEMA_MODULE -> schema.module(arguments, reply);
            default -> throw new IllegalStateException(address + " is a request");
        }
    }

    private void send(Answer answer, String address, SocketAddress sender) {
        switch (answer) {
            case Answer.Done done -> {
                Reply reply = new Reply(server, ports.of(sender), address);
                done.warnings().forEach(reply::warning);
                reply.ok(values(done, address));
            }
            case Answer.Refusal(String reason) -> complain(OscFault.REFUSED, address, reason, sender);
        }
    }

    /** The status says the names as well; what OSC has no type for is sent as one that it has. */
    private Object[] values(Answer.Done done, String address) {
        List<Object> values = new ArrayList<>();
        boolean isStatus = address.equals(OscAddress.ENGINE_STATUS.address());
        done.values().forEach((name, value) -> {
            if (isStatus) {
                values.add(name);
            }
            values.add(switch (value) {
                case Long number -> (int) Math.min(number, Integer.MAX_VALUE);
                case Boolean truth -> truth ? 1 : 0;
                case List<?> texts -> String.join("; ", texts.stream().map(Object::toString).toList());
                default -> value;
            });
        });
        return values.toArray();
    }

    /** Answers go to addresses that can be answered; never to answers. */
    private void complain(OscFault kind, String address, String reason, SocketAddress sender) {
        faults.count(kind, sender, address, reason);
        if (!address.isEmpty() && !OscAnswer.is(address)) {
            new Reply(server, ports.of(sender), address).error(reason);
        }
    }
}
