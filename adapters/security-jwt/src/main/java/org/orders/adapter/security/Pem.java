package org.orders.adapter.security;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** Reads RSA keys as people configure them: PEM text, or the name of a file that holds it. */
final class Pem {

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
  private static final int MIN_BITS = 2048;

  private Pem() {}

  /**
   * The private key.
   *
   * @param property names the setting in failures, which never show its value
   */
  static RSAPrivateCrtKey privateKey(String property, String textOrLocation) {
    List<byte[]> found = blocks(property, textOrLocation, "PRIVATE KEY");
    if (found.size() != 1) {
      throw new InvalidKeySetting(property, "must hold one PKCS#8 'PRIVATE KEY' in PEM form");
    }
    return privateKey(property, found.getFirst());
  }

  /** The private key of these PKCS#8 bytes. */
  static RSAPrivateCrtKey privateKey(String source, byte[] pkcs8) {
    try {
      var key = KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
      if (key instanceof RSAPrivateCrtKey rsa && rsa.getModulus().bitLength() >= MIN_BITS) {
        return rsa;
      }
    } catch (GeneralSecurityException e) {
      // Its message may quote the key.
    }
    throw new InvalidKeySetting(source, "must be an RSA private key of 2048 bits or more");
  }

  /** One public key or more, one block each. */
  static List<RSAPublicKey> publicKeys(String property, String textOrLocation) {
    List<byte[]> found = blocks(property, textOrLocation, "PUBLIC KEY");
    if (found.isEmpty()) {
      throw new InvalidKeySetting(property, "must hold 'PUBLIC KEY' blocks in PEM form");
    }
    return found.stream().map(bytes -> publicKey(property, bytes)).toList();
  }

  private static RSAPublicKey publicKey(String property, byte[] encoded) {
    try {
      var key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(encoded));
      if (key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= MIN_BITS) {
        return rsa;
      }
    } catch (GeneralSecurityException e) {
      // Said below.
    }
    throw new InvalidKeySetting(property, "must hold RSA public keys of 2048 bits or more");
  }

  private static List<byte[]> blocks(String property, String textOrLocation, String label) {
    String text = text(property, textOrLocation);
    return BLOCK
        .matcher(text)
        .results()
        .filter(block -> block.group(1).equals(label))
        .map(block -> decode(property, block.group(2)))
        .toList();
  }

  private static byte[] decode(String property, String body) {
    try {
      return Base64.getMimeDecoder().decode(body);
    } catch (IllegalArgumentException e) {
      throw new InvalidKeySetting(property, "is not PEM");
    }
  }

  private static String text(String property, String textOrLocation) {
    if (textOrLocation.contains("-----BEGIN")) {
      // Environment files often carry line ends as two characters.
      return textOrLocation.replace("\\n", "\n");
    }
    String location = textOrLocation.strip();
    try {
      Path file = location.startsWith("file:") ? Path.of(URI.create(location)) : Path.of(location);
      return Files.readString(file, StandardCharsets.US_ASCII);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidKeySetting(property, "is neither PEM nor the name of a readable file");
    }
  }
}
