package dev.sallyport.control.bus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a NATS server must be told to carry a lab's control messages: TLS both ways with the lab's CA, and for each
 * certificate the subjects that its holder may use.
 *
 * @param lab the lab's name
 * @param address where the server is dialled; it listens at that port on all its addresses
 * @param folder the server's certificate folder, beside the file
 * @param controller the name in the controller's certificate
 * @param hosts each host with the name in its certificate that no other host's begins with
 */
public record NatsConfiguration(
        String lab, BusAddress address, String folder, String controller, Map<String, String> hosts) {

    /** The file's name. */
    public static final String FILE = "nats.conf";

    /**
     * Refuses two users of one name: the server could not tell them apart.
     *
     * @throws IllegalArgumentException with both
     */
    public NatsConfiguration {
        hosts = new TreeMap<>(hosts);
        Map<String, List<String>> users = hosts.keySet().stream().collect(Collectors.groupingBy(hosts::get));
        users.computeIfAbsent(controller, name -> new ArrayList<>()).add("the controller");
        users.forEach((name, holders) -> {
            if (holders.size() > 1) {
                throw new IllegalArgumentException("the bus would take " + String.join(" and ", holders)
                        + " for the same, for both are " + name + ": give them names of their own (fqdn)");
            }
        });
    }

    /** Returns the file's text. */
    public String text() {
        String users = hosts.entrySet().stream()
                .map(host -> user(host.getValue(), Subjects.answers(host.getKey()), Subjects.orders(host.getKey())))
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                "# Made by `sallyport certs` for lab " + lab + "; start in this directory: nats-server -c " + FILE,
                "port: " + address.port(),
                "max_payload: 1MB",
                "tls {",
                "  cert_file: \"" + folder + "/cert.pem\"",
                "  key_file: \"" + folder + "/key.pem\"",
                "  ca_file: \"" + folder + "/ca.pem\"",
                "  # A client is whom its certificate names; a host speaks and hears under its own name alone.",
                "  verify_and_map: true",
                "  timeout: 5",
                "}",
                "authorization {",
                "  users: [",
                user(
                        controller,
                        Subjects.EVERY_ORDER + "\", \"" + Subjects.LOCK,
                        Subjects.EVERY_ANSWER + "\", \"" + Subjects.LOCK),
                users,
                "  ]",
                "}",
                "");
    }

    private static String user(String name, String publish, String subscribe) {
        return "    { user: \"" + name + "\", permissions: { publish: [\"" + publish + "\"], subscribe: [\"" + subscribe
                + "\"] } }";
    }
}
