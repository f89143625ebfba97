using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>
/// Changes of what several people edit. Members must be named by the version that was read (428 without one); for everything
/// else <c>If-Match</c> is the caller's choice, and what it names must be what is stored.
/// </summary>
internal static class IfMatch
{
    /// <summary>412 when the caller names another version than the stored one; null when they name it, or none at all.</summary>
    internal static Problem? Overtaken<T>(this HttpContext context, T? stored) =>
        context.IfMatch() is null || (stored is not null && context.Names(Versions.Of(stored))) ? null : Problem.Changed();

    /// <summary>
    /// Whether <c>If-Match</c> names this version of something that exists: alone, in a list, or by <c>*</c> (RFC 9110,
    /// 13.1.1). A weak tag names none: two things that are alike enough to be shown are not one to be changed.
    /// </summary>
    internal static bool Names(this HttpContext context, string version) => context.Request.Headers.IfMatch
        .SelectMany(line => (line ?? "").Split(',', StringSplitOptions.TrimEntries))
        .Any(tag => tag is "*" || tag.Trim('"') == version);
}
