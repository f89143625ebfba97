using System.Security.Cryptography;
using CtVoice.Core.Storage;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>
/// Sessions of people signed in on the pages: a random cookie, stored by its SHA-256, for eight hours, and less when nothing is asked
/// (<see cref="WebOptions.IdleSession"/>); revocable one by one. Somebody may have any number, and sees them all. Thread-safe.
/// </summary>
/// <param name="records">The records table; sessions live in its partition <c>sessions</c>.</param>
/// <param name="time">Now.</param>
/// <param name="options">Says how long a session lasts in which nothing is asked.</param>
public sealed class PageSessions(ITable records, TimeProvider time, WebOptions? options = null)
{
    /// <summary>Name of the cookie; over HTTPS with <see cref="HostPrefix"/> before it.</summary>
    public const string CookieName = "ctvoice-session";

    /// <summary>Before the name of a cookie: browsers take such a one from this host alone, over HTTPS, for the whole of it.</summary>
    public const string HostPrefix = "__Host-";

    /// <summary>Name of the form field that carries a token of the session (<see cref="FormTokens"/>).</summary>
    public const string FormTokenField = "form-token";

    /// <summary>How long a session lasts.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(8);

    private const string Partition = "sessions";

    // Part of the hash names a session: enough to find its row, useless to guess the cookie.
    private const int IdLength = 16;

    // When something was asked last is written down at most so often within the time after which a session ends.
    private const int NotedWithin = 10;

    private readonly TimeSpan? idle = (options ?? new()).IdleSession;

    /// <summary>Opens a session and sets its cookie; one that the browser had before ends.</summary>
    /// <param name="context">The request.</param>
    /// <param name="principal">Whose session.</param>
    /// <param name="lasts">How long by the host's clock; <see cref="Lifetime"/> unless that clock jumps.</param>
    public async Task SignInAsync(HttpContext context, Principal principal, TimeSpan? lasts = null)
    {
        var token = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        var (now, before) = (time.GetUtcNow(), IdOf(context));
        var row = new TableRow(Partition, AccessKeys.Hash(token))
            .With("role", principal.Role.ToString())
            .With("agency", principal.Agency)
            .With("key", principal.KeyId)
            .With("opened", now)
            .With("seen", now)
            .With("expires", now + (lasts ?? Lifetime));
        await records.SubmitAsync(Partition, [new TableOperation.Insert(row)], context.RequestAborted);
        if (before is not null)
            await EndAsync(before, context.RequestAborted);
        context.Response.Cookies.Append(NameOf(context, CookieName), token, Cookie(context, Lifetime));
        // A form of the very page that answers belongs to the new session.
        context.Items[CookieName] = token;
    }

    /// <summary>Ends the session of this request, if it has one, and takes back its cookies.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        if (IdOf(context) is { } id)
            await EndAsync(id, context.RequestAborted);
        foreach (var name in new[] { CookieName, FormTokens.CookieName })
            context.Response.Cookies.Delete(NameOf(context, name), Cookie(context, null));
    }

    /// <summary>Who is signed in; null when nobody is, or no longer.</summary>
    public async Task<Principal?> FindAsync(HttpContext context) => (await OpenAsync(context))?.Person;

    /// <summary>The session of a request; null without one, and where it has ended. That something was asked is noted.</summary>
    internal async Task<OpenSession?> OpenAsync(HttpContext context)
    {
        if (IdOf(context) is not { } id || await records.GetAsync(Partition, id, context.RequestAborted) is not { } row)
            return null;
        var now = time.GetUtcNow();
        if (Ended(row, now))
            return null;
        // Of a session that an earlier version opened nobody knows when it was seen.
        if (row.Instant("seen") is not { } seen || now - seen >= idle / NotedWithin)
            // Another request of the same moment said so as well, or the session was ended.
            _ = await records.SubmitAsync(Partition, [new TableOperation.Replace(row.With("seen", now))], context.RequestAborted);
        return Read(row);
    }

    /// <summary>Every session that goes on, the newest first. The rows of those that have ended go.</summary>
    internal async Task<IReadOnlyList<OpenSession>> ListAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var open = new List<OpenSession>();
        var query = new TableQuery(Partition);
        do
        {
            var page = await records.QueryAsync(query, cancellationToken);
            foreach (var row in page.Rows)
            {
                if (Ended(row, now))
                    await EndAsync(row.Key, cancellationToken);
                else
                    open.Add(Read(row));
            }
            query = query with { Continuation = page.Continuation };
        }
        while (query.Continuation is not null);
        return [.. open.OrderByDescending(s => s.Opened)];
    }

    /// <summary>Ends a session that goes on; false when there is none of that id.</summary>
    /// <param name="id"><see cref="OpenSession.Id"/>.</param>
    /// <param name="keyId">Only one that this key opened; anybody's when null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    internal async Task<bool> EndAsync(string id, string? keyId, CancellationToken cancellationToken)
    {
        if (id.Length != IdLength || !id.All(char.IsAsciiHexDigitLower))
            return false;
        var page = await records.QueryAsync(TableQuery.StartingWith(Partition, id), cancellationToken);
        if (page.Rows is not [var row] || Ended(row, time.GetUtcNow()) || (keyId is not null && row.Text("key") != keyId))
            return false;
        await EndAsync(row.Key, cancellationToken);
        return true;
    }

    /// <summary>Names the session that the cookie of a request says it has, whether it lasts or not; not a secret.
    /// Null without one.</summary>
    internal static string? IdOf(HttpContext context) => TokenOf(context) is { } token ? AccessKeys.Hash(token) : null;

    /// <summary>Name of a cookie of ours in this request's scheme: plain HTTP is one machine alone, and browsers refuse the prefix
    /// there.</summary>
    internal static string NameOf(HttpContext context, string name) => context.Request.IsHttps ? HostPrefix + name : name;

    private static string? TokenOf(HttpContext context) =>
        context.Items[CookieName] is string opened ? opened
        : context.Request.Cookies.TryGetValue(NameOf(context, CookieName), out var token)
            && token.Length == 64 && token.All(char.IsAsciiHexDigitLower)
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

    private bool Ended(TableRow row, DateTimeOffset now) =>
        row.Instant("expires") <= now || (row.Instant("seen") is { } seen && seen + idle <= now);

    // A session that is already gone is what was wanted.
    private async Task EndAsync(string key, CancellationToken cancellationToken) =>
        _ = await records.SubmitAsync(Partition, [new TableOperation.Delete(key)], cancellationToken);

    private static OpenSession Read(TableRow row) => new(
        row.Key[..IdLength], new(Enum.Parse<Role>(row.Text("role")!), row.Text("agency"), row.Text("key")!),
        row.Instant("opened") ?? row.Instant("expires")!.Value - Lifetime, row.Instant("seen"), row.Instant("expires")!.Value);
}

/// <summary>A session that goes on.</summary>
/// <param name="Id">Names it; not a secret.</param>
/// <param name="Person">Whose.</param>
/// <param name="Opened">When they signed in.</param>
/// <param name="Seen">When something was asked in it last, to within a few minutes; null where an earlier version opened it.</param>
/// <param name="Expires">When it ends, whatever is done in it.</param>
public sealed record OpenSession(string Id, Principal Person, DateTimeOffset Opened, DateTimeOffset? Seen, DateTimeOffset Expires);
