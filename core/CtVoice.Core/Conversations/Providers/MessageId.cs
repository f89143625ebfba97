using CtVoice.Language.Matching;
using CtVoice.Language.Mime;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>The ids that mails carry (RFC 5322 section 3.6.4), without their brackets.</summary>
internal static class MessageId
{
    /// <summary>Characters of a header that are looked at: of many references the last ones.</summary>
    private const int Looked = 8 * 1024;

    // Some programs leave the brackets out, and others put words around the id.
    private static readonly Expression Id = new(@"[^\s<>,;""()@]+@[^\s<>,;""()@]+");

    /// <summary>The id of a mail, or null.</summary>
    internal static string? Of(MimeHeaders headers) => Bare(headers["Message-ID"]);

    /// <summary>An id without its brackets, or null when nothing is in them.</summary>
    internal static string? Bare(string? id) => id?.Trim().Trim('<', '>', ' ') is { Length: > 0 } bare ? bare : null;

    /// <summary>
    /// The mails that a mail answers, the nearest first: In-Reply-To, then References from the end. For a report of a machine,
    /// the mail that it returns.
    /// </summary>
    internal static IEnumerable<string> Answered(MimeMail mail) =>
        In(mail.Headers, "In-Reply-To").Concat(In(mail.Headers, "References").Reverse())
            .Concat(mail.Returned is { } returned ? In(returned, "Message-ID") : []);

    private static IEnumerable<string> In(MimeHeaders headers, string name) => headers.Fields
        .Where(field => field.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        .SelectMany(field => Id.FindAll(field.Value.Length > Looked ? field.Value[^Looked..] : field.Value))
        .Select(match => match.Value);
}
