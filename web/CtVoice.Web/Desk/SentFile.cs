using System.Text;
using CtVoice.Core.Files;
using Microsoft.AspNetCore.Http;

namespace CtVoice.Web.Desk;

/// <summary>A file that a form brought, or its text from a form that had brought it before.</summary>
/// <param name="Name">What it was called; never trusted to say what is in it.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record SentFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>Field of the file.</summary>
    internal const string Field = "file";

    /// <summary>
    /// How much such a form may carry: many times what the office has. Its text comes back in a field, where a letter may take
    /// three; programs send larger files.
    /// </summary>
    internal static BodyLimit Limit { get; } = new(4 * 1024 * 1024);

    /// <summary>Field of its text, once it was read.</summary>
    internal const string Kept = "content";

    /// <summary>Its text.</summary>
    internal string Text
    {
        get
        {
            using var read = new StreamReader(TextFile.Open(new MemoryStream(Content.ToArray())).Utf8);
            return read.ReadToEnd();
        }
    }

    /// <summary>The name without its ending, for a list.</summary>
    internal string Label => Path.GetFileNameWithoutExtension(Name.Split('/', '\\')[^1]) is { Length: > 0 } label
        ? label[..Math.Min(label.Length, 80)] : "file";

    /// <summary>What was sent; null when nothing was.</summary>
    internal static async Task<SentFile?> OfAsync(HttpContext context, IReadOnlyDictionary<string, IReadOnlyList<string>> fields)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (form.Files.GetFile(Field) is { Length: > 0 } file)
        {
            using var read = new MemoryStream();
            await file.CopyToAsync(read, context.RequestAborted);
            return new(file.FileName, read.ToArray());
        }
        return fields.GetValueOrDefault(Kept) is [{ Length: > 0 } text, ..]
            ? new(fields.GetValueOrDefault("name") is [var name, ..] ? name : "", Encoding.UTF8.GetBytes(text))
            : null;
    }
}
