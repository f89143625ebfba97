using System.Security.Cryptography;
using CtVoice.Core.Conversations.Providers;
using CtVoice.Language.Mime;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace CtVoice.Web.Webhooks;

/// <summary>
/// Reads the form of an inbound mail in one pass: known fields up to a limit, of files only name, type, size and hash,
/// and what may be the mail itself, signed or packed. A form that breaks off gives what was read before.
/// </summary>
internal static class InboundParse
{
    private const int MostParts = 200;
    private const int BufferBytes = 64 * 1024;

    /// <summary>The mail of a multipart request.</summary>
    public static async Task<ReceivedMail> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var fields = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        var files = new List<ReceivedFile>();
        var cut = false;
        try
        {
            var reader = new MultipartReader(Boundary(request), request.Body);
            for (var parts = 0; await reader.ReadNextSectionAsync(cancellationToken) is { } part; parts++)
            {
                if (parts == MostParts)
                {
                    cut = true;
                    break;
                }
                cut |= await TakeAsync(part, fields, files, cancellationToken);
            }
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            // Too long, or broken off: a provider that is refused drops the mail for ever, so what came is kept.
            cut = true;
        }
        return SendGridMail.Read(fields, files, cut);
    }

    private static string Boundary(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
            && HeaderUtilities.RemoveQuotes(type.Boundary) is { Length: > 0 and <= 200 } boundary
            ? boundary.Value!
            : throw new InvalidDataException("The form names no boundary.");

    private static async Task<bool> TakeAsync(
        MultipartSection part, Dictionary<string, byte[]> fields, List<ReceivedFile> files, CancellationToken cancellationToken)
    {
        _ = ContentDispositionHeaderValue.TryParse(part.ContentDisposition, out var disposition);
        var name = disposition is null ? "" : HeaderUtilities.RemoveQuotes(disposition.Name).ToString();
        var file = disposition is null
            ? null
            : (disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName) is { HasValue: true } given
                ? HeaderUtilities.RemoveQuotes(given).ToString() : null;
        if (file is null && SendGridMail.Fields.Contains(name) && !fields.ContainsKey(name))
        {
            using var kept = new MemoryStream();
            try
            {
                return !await ReadAsync(part.Body, kept, cancellationToken);
            }
            finally
            {
                // Also what came of a field in which the form breaks off.
                fields[name] = kept.ToArray();
            }
        }
        if (file is not null)
            files.Add(await FileAsync(part, file, cancellationToken));
        return false;
    }

    /// <summary>Keeps the beginning of a field, up to what a mail reader looks at; false when there was more.</summary>
    private static async Task<bool> ReadAsync(Stream body, MemoryStream kept, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferBytes];
        var whole = true;
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            var room = MimeReader.MaxBytes - (int)kept.Length;
            whole &= read <= room;
            kept.Write(buffer, 0, Math.Min(read, room));
        }
        return whole;
    }

    private static async Task<ReceivedFile> FileAsync(MultipartSection part, string name, CancellationToken cancellationToken)
    {
        var type = part.ContentType ?? "application/octet-stream";
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var kept = MimeReader.MayHoldMail(name, type) ? new MemoryStream() : null;
        var buffer = new byte[BufferBytes];
        var size = 0;
        int read;
        while ((read = await part.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            hash.AppendData(buffer, 0, read);
            kept?.Write(buffer, 0, Math.Min(read, Math.Max(0, MimeReader.MaxBytes - (int)kept.Length)));
            size += read;
        }
        return new(new(name, type, size, Convert.ToHexStringLower(hash.GetHashAndReset())), kept?.ToArray());
    }
}
