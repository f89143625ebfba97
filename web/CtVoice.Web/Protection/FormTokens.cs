using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>
/// The tokens that prove that a form was shown by us, to the session that sends it: the anti-forgery of ASP.NET Core, with our
/// cookie. Residents and the public have no session, and need none. Thread-safe.
/// </summary>
public sealed class FormTokens
{
    /// <summary>Name of the cookie that a token belongs to, over HTTPS with <see cref="PageSessions.HostPrefix"/> before it; it says
    /// nothing about who has it.</summary>
    public const string CookieName = "ctvoice-form";

    private readonly IAntiforgery antiforgery;
    private readonly KeyRing ring;

    internal FormTokens(IAntiforgery antiforgery, KeyRing ring) => (this.antiforgery, this.ring) = (antiforgery, ring);

    /// <summary>
    /// What the forms of a page must hold for the session of this request, which somebody has looked up; null without one. The
    /// page belongs to the session then and is kept nowhere.
    /// </summary>
    public async Task<string?> ForAsync(HttpContext context)
    {
        if (SessionOf(context) is null)
            return null;
        await ring.ReadyAsync(context.RequestAborted);
        return Token(context);
    }

    /// <summary>The same for the page of a refusal: nothing is read, because that may be what failed.</summary>
    internal string? ForRefusal(HttpContext context) => SessionOf(context) is not null && ring.IsRead ? Token(context) : null;

    /// <summary>Whether a form that was read carries a token of its session.</summary>
    internal async Task<bool> HoldsAsync(HttpContext context)
    {
        await ring.ReadyAsync(context.RequestAborted);
        return await antiforgery.IsRequestValidAsync(context);
    }

    private string? Token(HttpContext context)
    {
        var tokens = antiforgery.GetTokens(context);
        if (tokens.CookieToken is { } cookie)
            context.Response.Cookies.Append(PageSessions.NameOf(context, CookieName), cookie, PageSessions.Cookie(context, null));
        context.Response.Headers.CacheControl = "no-store";
        return tokens.RequestToken;
    }

    private static string? SessionOf(HttpContext context) => (context.User.Identity as CallerIdentity)?.Session;
}
