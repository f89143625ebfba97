using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>
/// Changes of what several people edit. Members must be named by the version that was read (428 without one); for everything
/// else <c>If-Match</c> is the caller's choice, and what it names must be what is stored.
/// </summary>
internal static class IfMatch
{
    /// <summary>412 when the caller names another version than the stored one; null when they name it, or none at all.</summary>
    internal static Problem? Overtaken<T>(this HttpContext context, T? stored) => context.IfMatch() switch
    {
        null => null,
        // Any version will do, as long as there is one (RFC 9110, 13.1.1).
        "*" => stored is null ? Problem.Changed() : null,
        var version => stored is not null && Versions.Of(stored) == version ? null : Problem.Changed(),
    };
}
