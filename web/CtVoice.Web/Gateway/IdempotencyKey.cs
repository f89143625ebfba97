using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web;

/// <summary>What a caller names a request by, so that repeating it is safe.</summary>
internal static class IdempotencyKey
{
    /// <summary>The header that carries it.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Characters that it has at the most.</summary>
    public const int Longest = 200;

    /// <summary>The key, null when there is none; or why it cannot be taken.</summary>
    public static (string? Key, Problem? Fault) Of(HttpContext context)
    {
        var key = context.Request.Headers[Header].ToString();
        return key.Length > Longest
            ? (null, Problem.Faults("", string.Create(CultureInfo.InvariantCulture, $"An {Header} has at most {Longest} characters.")))
            : (key.Length > 0 ? key : null, null);
    }
}
