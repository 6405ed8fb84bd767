package dev.sallyport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A gateway and a Mediation Server on loopback addresses, at ports that any user may bind. */
final class SmallLab {

    private SmallLab() {}

    /** Writes the lab file; {@code more} are further lines. */
    static Path in(Path folder, String more) throws IOException {
        return write(folder, "inside", more);
    }

    /** Puts the gateway into a zone of its own, with nothing between that would deny anything. */
    static Path withoutItsFirewall(Path folder, String more) throws IOException {
        return write(folder, "outside", more);
    }

    private static Path write(Path folder, String zone, String more) throws IOException {
        return Files.writeString(folder.resolve("lab.yaml"), """
                lab: small
                domain: small.test
                zones: [inside, outside]
                hosts:
                  gateway1: { zone: ZONE, address: 127.77.0.1, roles: [pstn-gateway] }
                  med1: { zone: inside, address: 127.77.0.2, roles: [mediation] }
                  fe1: { zone: inside, address: 127.77.0.3, roles: [front-end] }
                ports: { SRV-47: 25067, SRV-48: 25068 }
                """.replace("ZONE", zone) + more);
    }
}
