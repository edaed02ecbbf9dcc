package org.orders.adapter.security;

import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.lang.UnresolvableKeyException;
import org.orders.application.access.AccessTokens;
import org.orders.application.access.Caller;
import org.orders.application.access.InvalidToken;
import org.orders.application.access.Role;
import org.orders.application.access.SessionId;
import org.orders.application.access.Subject;
import org.orders.domain.access.Actor;
import org.orders.domain.order.OrderId;

/**
 * Access tokens as JWT signed with RS256, written with SmallRye JWT and read with the library it
 * reads with, by the rules of RFC 8725: one algorithm, keys by their id, issuer, audience, type and
 * all times checked. Why a token is refused is not told, and not logged.
 */
@Singleton
final class JwtAccessTokens implements AccessTokens {

  /** How far the clocks of replicas may differ. */
  private static final int LEEWAY_SECONDS = 5;

  /** An order's token ends with its order, which the domain decides; some readers want an end. */
  private static final Duration ORDER_TOKEN_LIFETIME = Duration.ofDays(36_525);

  /** Ours are of about 800 characters. */
  private static final int MAX_CHARACTERS = 4_096;

  private static final String SESSION = "sid";

  private final SigningKeys keys;
  private final String issuer;
  private final String audience;

  JwtAccessTokens(
      SigningKeys keys,
      @ConfigProperty(name = "orders.jwt.issuer", defaultValue = "orders") String issuer,
      @ConfigProperty(name = "orders.jwt.audience", defaultValue = "orders") String audience) {
    this.keys = keys;
    this.issuer = issuer;
    this.audience = audience;
  }

  @Override
  public String issue(Subject subject, SessionId session, Instant at, Duration lifetime) {
    JwtClaimsBuilder claims =
        claims(subject.id(), subject.role(), at, lifetime)
            .claim("jti", UUID.randomUUID().toString())
            .claim(SESSION, session.value().toString());
    return sign(claims, TokenKind.ACCESS);
  }

  @Override
  public String issueForOrder(OrderId order, Instant placedAt) {
    String id = order.value().toString();
    // No random claim: a replayed request gets the same token again.
    return sign(
        claims(id, Role.GUEST, placedAt, ORDER_TOKEN_LIFETIME).claim("jti", id), TokenKind.ORDER);
  }

  @Override
  public Caller read(String token, Instant now) {
    if (!isWellFormed(token)) {
      throw new InvalidToken();
    }
    try {
      JwtContext context = verify(token, now);
      JsonWebStructure signature = context.getJoseObjects().getFirst();
      TokenKind kind =
          TokenKind.ofType(signature.getHeaders().getObjectHeaderValue("typ"))
              .orElseThrow(InvalidToken::new);
      return switch (kind) {
        case ACCESS -> subject(context.getJwtClaims());
        case ORDER -> guest(context.getJwtClaims());
      };
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException e) {
      // The cause quotes the token.
      throw new InvalidToken();
    }
  }

  /** All claims are given here, so that the builder's own clock and settings never matter. */
  private JwtClaimsBuilder claims(String subject, Role role, Instant at, Duration lifetime) {
    return Jwt.issuer(issuer)
        .audience(audience)
        .subject(subject)
        .groups(role.name())
        .issuedAt(at.getEpochSecond())
        .claim("nbf", at.getEpochSecond())
        .expiresAt(at.plus(lifetime).getEpochSecond());
  }

  private String sign(JwtClaimsBuilder claims, TokenKind kind) {
    KeySet current = keys.current();
    return claims
        .jws()
        .algorithm(SignatureAlgorithm.RS256)
        .keyId(current.signingId())
        .type(kind.type())
        .sign(current.signing());
  }

  /** Three parts, each spelled as we would: the parser itself skips what it does not know. */
  private static boolean isWellFormed(String token) {
    if (token.length() > MAX_CHARACTERS) {
      return false;
    }
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return false;
    }
    for (String part : parts) {
      if (part.isEmpty() || StrictBase64.decode(part).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  private JwtContext verify(String token, Instant now) throws InvalidJwtException {
    // Not within the parser, which would take a store that is away for a bad token.
    KeySet current = keys.current();
    return new JwtConsumerBuilder()
        .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
        .setVerificationKeyResolver((signature, _) -> key(current, signature))
        .setEvaluationTime(NumericDate.fromSeconds(now.getEpochSecond()))
        .setAllowedClockSkewInSeconds(LEEWAY_SECONDS)
        .setRequireExpirationTime()
        .setRequireIssuedAt()
        .setRequireNotBefore()
        .setRequireSubject()
        .setRequireJwtId()
        .setExpectedIssuer(true, issuer)
        .setExpectedAudience(true, audience)
        .build()
        .process(token);
  }

  private static Key key(KeySet keys, JsonWebSignature signature) throws UnresolvableKeyException {
    String id = signature.getKeyIdHeaderValue();
    if (id == null) {
      throw new UnresolvableKeyException("no key id");
    }
    return keys.accepted(id).orElseThrow(() -> new UnresolvableKeyException("unknown key id"));
  }

  private static Caller subject(JwtClaims claims) throws MalformedClaimException {
    Role role = role(claims);
    if (role == Role.GUEST || role == Role.ANONYMOUS) {
      throw new InvalidToken();
    }
    Subject subject = Subject.of(role, claims.getSubject());
    String session = claims.getStringClaimValue(SESSION);
    if (session == null) {
      throw new InvalidToken();
    }
    return new Caller(subject.actor(), role, new SessionId(UUID.fromString(session)));
  }

  private static Caller guest(JwtClaims claims) throws MalformedClaimException {
    if (role(claims) != Role.GUEST) {
      throw new InvalidToken();
    }
    OrderId order = new OrderId(UUID.fromString(claims.getSubject()));
    return new Caller(new Actor.Guest(order), Role.GUEST, null);
  }

  private static Role role(JwtClaims claims) throws MalformedClaimException {
    List<String> groups = claims.getStringListClaimValue("groups");
    if (groups == null || groups.size() != 1) {
      throw new InvalidToken();
    }
    return Role.valueOf(groups.getFirst());
  }
}
