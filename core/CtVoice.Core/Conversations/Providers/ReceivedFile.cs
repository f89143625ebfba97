using System.Security.Cryptography;
using CtVoice.Language.Mime;

namespace CtVoice.Core.Conversations.Providers;

/// <summary>A file that a provider handed over beside the fields of a mail. Only one that may hold the mail itself is kept,
/// until it is read.</summary>
/// <param name="About">Name, type, size and hash.</param>
/// <param name="Content">What it holds where it may be the mail itself; null for every other file.</param>
public sealed record ReceivedFile(MimeAttachment About, byte[]? Content)
{
    /// <summary>A file whose content is at hand.</summary>
    internal static ReceivedFile Of(string? name, string contentType, byte[] content) => new(
        new(name, contentType, content.Length, Convert.ToHexStringLower(SHA256.HashData(content))),
        MimeReader.MayHoldMail(name, contentType) ? content : null);

    /// <summary>The mail with what was packed into this file, where nothing else of it is shown.</summary>
    internal MimeMail OpenedIn(MimeMail mail) => Content is null ? mail : MimeReader.Opened(mail, About.Name, About.ContentType, Content);
}
