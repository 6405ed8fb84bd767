package dev.sallyport.cli;

import dev.sallyport.control.bus.BusAddress;

/** Reads where a bus is. */
final class BusOption {

    private BusOption() {}

    static BusAddress address(String url) {
        try {
            return BusAddress.ofUrl(url);
        } catch (IllegalArgumentException e) {
            throw new BadInputException("--bus: " + e.getMessage());
        }
    }
}
