using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace CtVoice.Web;

/// <summary>What the schemes have in common: they look only where an endpoint asks, and refuse in our words.</summary>
internal abstract class CallerScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    /// <summary>What whoever proved nothing is answered.</summary>
    protected virtual Problem Refusal => Problem.NoAccess();

    /// <summary>Looks who calls.</summary>
    protected abstract Task<AuthenticateResult> FindAsync();

    protected override Task<AuthenticateResult> HandleAuthenticateAsync() =>
        Context.AsksWhoCalls() ? FindAsync() : Task.FromResult(AuthenticateResult.NoResult());

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => Refusal.ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) => Problem.NotYours().ExecuteAsync(Context);

    /// <summary>Somebody known; with null, somebody who may do nothing.</summary>
    protected AuthenticateResult Known(Principal? principal) =>
        AuthenticateResult.Success(new(new(new CallerIdentity(principal, Scheme.Name)), Scheme.Name));
}

/// <summary>An access key in <c>Authorization: Bearer</c> or <c>X-Api-Key</c>.</summary>
internal sealed class KeyScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, AccessKeys keys, Guesses guesses)
    : CallerScheme(options, logger, encoder)
{
    private TimeSpan? wait;

    protected override Problem Refusal => wait is { } time ? Problem.TooOften(time) : Problem.NoAccess();

    internal static string? KeyOf(HttpRequest request)
    {
        if (request.Headers["X-Api-Key"] is [{ Length: > 0 } plain])
            return plain;
        return request.Headers.Authorization is [{ } bearer] && bearer.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? bearer["Bearer ".Length..].Trim()
            : null;
    }

    protected override async Task<AuthenticateResult> FindAsync()
    {
        // No key is no guess: only wrong ones count.
        if (KeyOf(Request) is not { } key)
            return AuthenticateResult.NoResult();
        if (await keys.FindAsync(key, Context.RequestAborted) is { } holder)
            return Known(holder);
        wait = guesses.Take(Context.Caller(), key);
        return AuthenticateResult.NoResult();
    }
}

/// <summary>Whom the platform in front of the host signed in.</summary>
internal sealed class PlatformScheme(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, PlatformPrincipals platform)
    : CallerScheme(options, logger, encoder)
{
    // Whom the platform signed in and no row maps is known, and may do nothing.
    protected override async Task<AuthenticateResult> FindAsync() => Known(await platform.FindAsync(Request, Context.RequestAborted));
}

/// <summary>The cookie of a page session, which is a row that can be taken away.</summary>
internal sealed class SessionScheme(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : CallerScheme(options, logger, encoder)
{
    protected override Problem Refusal => Problem.SignInFirst();

    protected override async Task<AuthenticateResult> FindAsync() =>
        await Context.SignedInAsync() is null ? AuthenticateResult.NoResult() : AuthenticateResult.Success(new(Context.User, Scheme.Name));
}

/// <summary>Who is signed in on the pages.</summary>
internal static class SignedIn
{
    /// <summary>
    /// Whoever has a session and could open it again: their key works, or the platform still maps them alike. Null when
    /// nobody is signed in, or no longer. From then on they are the user of the request, on open pages as well.
    /// </summary>
    internal static async Task<Principal?> SignedInAsync(this HttpContext context)
    {
        if (context.PrincipalOrNull() is { } known)
            return known;
        if (await context.Need<PageSessions>().OpenAsync(context) is not { Person: var person } session
            || (await context.Need<PlatformPrincipals>().FindAsync(context.Request, context.RequestAborted) != person
                && !await context.Need<AccessKeys>().WorksAsync(person.KeyId, context.RequestAborted)))
            return null;
        context.User = new(new CallerIdentity(person, Callers.Session, PageSessions.IdOf(context), session.Opened));
        return person;
    }
}
