/**
 * HTTP/1.1 as Lync's web components speak it (RFC 9110, RFC 9112): {@code http/get}, {@code https/get}; revocation lists
 * by {@code http/crl}; conference control by {@code https/c3p}.
 *
 * <p>The two differ by name and by the port that a Host header leaves out; TLS is the transport's matter. The codec is
 * ours because {@code java.net.http} owns its sockets, and only transport may use Netty: bytes and records are all that
 * is needed here.
 *
 * <p>Where the nonce stands: in the header {@code X-Sallyport-Nonce} of the request, and of the answer that repeats it.
 * A header, not the target: firewalls and reverse proxies publish Lync by exact paths, so a path or query of ours would
 * be judged by other rules than a client's; unknown fields pass (RFC 9110 §5.1). An answer without it came from a
 * cache, a portal or whatever else stands between.
 */
package dev.sallyport.protocol.http;
