package org.chronus.instrument.panel.http;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** The table of all paths and methods that are answered, pages aside; what is not in it is refused. Immutable; any thread. */
public final class Routes {
    private final List<Route> routes;

    /** Copies the list. */
    public Routes(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    /** What is in it. */
    public List<Route> all() {
        return routes;
    }

    /** By whoever it leads to; refused if it leads nowhere, or not with this method. */
    public void serve(HttpExchange exchange) throws IOException, PanelRefusal {
        String path = exchange.getRequestURI().getPath(), method = exchange.getRequestMethod();
        List<Route> there = routes.stream().filter(route -> route.leadsTo(path)).toList();
        if (there.isEmpty()) {
            throw new PanelRefusal(404, "there is no " + path + ": /openapi.json tells what there is");
        }
        for (Route route : there) {
            if (route.takes(method)) {
                route.handler().serve(exchange);
                return;
            }
        }
        String known = there.stream().map(Route::method).collect(Collectors.joining(", "));
        exchange.getResponseHeaders().set("Allow", known);
        throw new PanelRefusal(405, path + " takes " + known + ": /openapi.json tells what for");
    }
}
