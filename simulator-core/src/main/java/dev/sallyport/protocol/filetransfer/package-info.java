/**
 * File transfer as clients before Lync do it, MSN_SECURE_FTP over TCP 6891 to 6901: {@code filetransfer/file}.
 *
 * <p>The receiver connects to the sender, so our initiator receives: it names itself, hears the file's size, takes the
 * file in chunks encrypted with RC4, and checks the sender's HMAC over it. In reality the port, the cookie and two keys
 * travel in the SIP invitation; here both ends derive the keys from the nonce. Lync clients among themselves send files
 * over ICE instead.
 *
 * <p>Where the nonce stands: it is the cookie that the receiver shows.
 */
package dev.sallyport.protocol.filetransfer;
