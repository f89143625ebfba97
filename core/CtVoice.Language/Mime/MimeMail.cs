namespace CtVoice.Language.Mime;

/// <summary>A mail as a person would see it, and what machines say in it.</summary>
/// <param name="Headers">The header fields of the mail.</param>
/// <param name="Text">The plain text shown, in order; null when there is none. Soft breaks of format=flowed (RFC 3676) are joined.</param>
/// <param name="Html">The HTML shown, when there is any.</param>
/// <param name="ContentType">The media type of the whole, lower case, e.g. <c>multipart/report</c>.</param>
/// <param name="ReportType">For a multipart/report (RFC 6522), what it reports: <c>delivery-status</c>, <c>feedback-report</c>...</param>
/// <param name="DeliveryStatus">The fields of a message/delivery-status part (RFC 3464), or null.</param>
/// <param name="FeedbackReport">The fields of a message/feedback-report part (RFC 5965), or null.</param>
/// <param name="Returned">The header fields of the mail that is sent back inside, when there is one.</param>
/// <param name="Attachments">What else came with it: name, type, size and hash, never content.</param>
/// <param name="Cut">Whether something was beyond the limits and left out.</param>
public sealed record MimeMail(
    MimeHeaders Headers,
    string? Text,
    string? Html,
    string ContentType,
    string? ReportType,
    string? DeliveryStatus,
    string? FeedbackReport,
    MimeHeaders? Returned,
    IReadOnlyList<MimeAttachment> Attachments,
    bool Cut)
{
    /// <summary>Only the addressee's key opens what was written; a text beside it is a notice that says so.</summary>
    public bool Locked { get; init; }
}

/// <summary>A file that came with a mail.</summary>
/// <param name="Name">The name the sender gave it, or null.</param>
/// <param name="ContentType">The media type the sender claims.</param>
/// <param name="Size">Decoded size in bytes.</param>
/// <param name="Sha256">Of the decoded bytes, lower-case hexadecimal.</param>
public sealed record MimeAttachment(string? Name, string ContentType, int Size, string Sha256);
