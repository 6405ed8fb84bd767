package dev.sallyport.exchange;

/**
 * A second connection that an exchange leads to: to a port of the far end that is named in the course of the first.
 *
 * @param port the TCP port that our own services name
 * @param without the exchange that ends before it, for sites where no documented rule opens the port: {@code dcerpc/map}
 */
public record Sequel(int port, String without) {}
