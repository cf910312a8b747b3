package org.chronus.instrument.cli.play;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;

import org.chronus.instrument.cli.options.OscAddressOption;
import org.chronus.instrument.cli.options.PanelOption;
import org.chronus.instrument.cli.options.Refusal;
import org.chronus.instrument.cli.options.SocketOption;
import org.chronus.instrument.cli.terminal.StatusLine;
import org.chronus.instrument.control.ControlRoom;
import org.chronus.instrument.osc.OscControl;
import org.chronus.instrument.panel.PanelServer;
import org.chronus.instrument.socket.SocketControl;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** By what else {@code play} can be asked for things: OSC, its socket, and a panel. Set once, then opened, started and closed. Any thread. */
final class PlayControls {
    @Option(names = "--osc", paramLabel = "[HOST:]PORT|none", defaultValue = OscAddressOption.NONE,
            description = "a UDP port that answers to OSC, of this machine only unless a host is named (${DEFAULT-VALUE})")
    private String osc;
    @Mixin private SocketOption socket;
    @Option(names = "--no-socket", description = "no socket: chronus status and the like do not reach it")
    private boolean noSocket;
    @Mixin private PanelOption panel;

    private Optional<InetSocketAddress> oscPlace = Optional.empty();
    private volatile Optional<OscControl> oscControl = Optional.empty();
    private volatile Optional<SocketControl> socketControl = Optional.empty();
    private Optional<PanelLink> panelLink = Optional.empty();
    private volatile Optional<PanelServer> panelServer = Optional.empty();

    /** Refuses what makes no sense. */
    void check() throws Refusal {
        oscPlace = OscAddressOption.of(osc);
        panelLink = panel.place().isPresent() ? Optional.of(PanelLink.to(panel.place().get())) : Optional.empty();
        if (noSocket && socket.chosen().isPresent()) {
            throw Refusal.misuse("--socket and --no-socket exclude each other: leave one out");
        }
    }

    /** Takes port and socket; nobody is answered yet. What was named must be had; without a socket that was not, it plays as well. */
    void open(ControlRoom room, double a4, StatusLine status) throws Refusal {
        try {
            if (oscPlace.isPresent()) {
                oscControl = Optional.of(new OscControl(oscPlace.get(), room, line -> status.say("osc     " + line)));
            }
        } catch (IOException e) {
            throw new Refusal("--osc: " + e.getMessage());
        }
        try {
            if (panelLink.isPresent()) {
                panelServer = Optional.of(new PanelServer(panelLink.get().address(), panelLink.get().access(panel.looksOnly()), room, a4));
            }
        } catch (IOException e) {
            throw new Refusal("--panel: " + e.getMessage());
        }
        if (noSocket) {
            return;
        }
        try {
            socketControl = Optional.of(new SocketControl(socket.forPlaying(), room));
        } catch (IOException e) {
            if (socket.chosen().isPresent()) {
                throw new Refusal("--socket: " + e.getMessage());
            }
            status.say("socket  none: " + e.getMessage());
        }
    }

    /** From now on whoever asks is answered. */
    void start(StatusLine status) {
        if (oscControl.isPresent()) {
            oscControl.get().start();
            status.say("osc     " + oscPlace.orElseThrow().getAddress().getHostAddress() + ", port " + oscPlace.orElseThrow().getPort());
        }
        if (socketControl.isPresent()) {
            socketControl.get().start();
            status.say("socket  " + socketControl.get().path());
        }
        panelServer.ifPresent(server -> {
            server.start();
            panelLink.orElseThrow().lines().forEach(status::say);
        });
    }

    /** No longer answers. */
    void close() throws IOException {
        panelServer.ifPresent(PanelServer::close);
        if (socketControl.isPresent()) {
            socketControl.get().close();
        }
        if (oscControl.isPresent()) {
            oscControl.get().close();
        }
    }
}
