using System.Security.Cryptography;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>
/// Sessions of people signed in on the pages: a random cookie, stored by its SHA-256, for eight hours, revocable.
/// Thread-safe.
/// </summary>
/// <param name="records">The records table; sessions live in its partition <c>sessions</c>.</param>
/// <param name="time">Now.</param>
public sealed class PageSessions(ITable records, TimeProvider time)
{
    /// <summary>Name of the cookie.</summary>
    public const string CookieName = "ctvoice-session";

    /// <summary>Name of the form field that carries a token of the session (<see cref="FormTokens"/>).</summary>
    public const string FormTokenField = "form-token";

    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private const string Partition = "sessions";

    /// <summary>Opens a session and sets its cookie.</summary>
    /// <param name="context">The request.</param>
    /// <param name="principal">Whose session.</param>
    /// <param name="lasts">How long by the host's clock; <see cref="Lifetime"/> unless that clock jumps.</param>
    public async Task SignInAsync(HttpContext context, Principal principal, TimeSpan? lasts = null)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var row = new TableRow(Partition, AccessKeys.Hash(token))
            .With("role", principal.Role.ToString())
            .With("agency", principal.Agency)
            .With("key", principal.KeyId)
            .With("expires", time.GetUtcNow() + (lasts ?? Lifetime));
        await records.SubmitAsync(Partition, [new TableOperation.Insert(row)], context.RequestAborted);
        context.Response.Cookies.Append(CookieName, token, Cookie(context, Lifetime));
        // A form of the very page that answers belongs to the new session.
        context.Items[CookieName] = token;
    }

    /// <summary>Ends the session of this request, if it has one, and takes back its cookies.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        if (TokenOf(context) is { } token)
            // A session that is already gone is what was wanted.
            await records.SubmitAsync(Partition, [new TableOperation.Delete(AccessKeys.Hash(token))], context.RequestAborted);
        context.Response.Cookies.Delete(CookieName, Cookie(context, null));
        context.Response.Cookies.Delete(FormTokens.CookieName, Cookie(context, null));
    }

    /// <summary>Who is signed in; null when nobody is, or no longer.</summary>
    public async Task<Principal?> FindAsync(HttpContext context)
    {
        if (TokenOf(context) is not { } token
            || await records.GetAsync(Partition, AccessKeys.Hash(token), context.RequestAborted) is not { } row
            || row.Instant("expires") <= time.GetUtcNow())
            return null;
        return new Principal(Enum.Parse<Role>(row.Text("role")!), row.Text("agency"), row.Text("key")!);
    }

    /// <summary>Names the session that the cookie of a request says it has, whether it lasts or not; not a secret.
    /// Null without one.</summary>
    internal static string? IdOf(HttpContext context) => TokenOf(context) is { } token ? AccessKeys.Hash(token) : null;

    private static string? TokenOf(HttpContext context) =>
        context.Items[CookieName] is string opened ? opened
        : context.Request.Cookies.TryGetValue(CookieName, out var token) && token.Length == 64 && token.All(char.IsAsciiHexDigitLower)
            ? token
        : null;

    /// <summary>How a cookie of ours is kept; without a lifetime, until the browser ends.</summary>
    internal static CookieOptions Cookie(HttpContext context, TimeSpan? lifetime) => new()
    {
        HttpOnly = true,
        // A laptop's http://localhost cannot keep secure cookies in every browser; nothing else is excepted.
        Secure = context.Request.IsHttps || context.Request.Host.Host is not ("localhost" or "127.0.0.1" or "[::1]"),
        // Staff come from links in mail; every act is a POST with a token.
        SameSite = SameSiteMode.Lax,
        Path = "/",
        MaxAge = lifetime,
    };
}
