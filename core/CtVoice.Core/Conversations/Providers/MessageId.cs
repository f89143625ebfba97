using CtVoice.Core.Conversations.Mime;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>The id that a mail carries (RFC 5322 section 3.6.4).</summary>
internal static class MessageId
{
    /// <summary>The Message-ID without its brackets, or null.</summary>
    internal static string? Of(MimeHeaders headers) => Bare(headers["Message-ID"]);

    /// <summary>An id without its brackets, or null when nothing is in them.</summary>
    internal static string? Bare(string? id) => id?.Trim().Trim('<', '>', ' ') is { Length: > 0 } bare ? bare : null;
}
