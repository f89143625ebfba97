using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.Unicode;

namespace CtVoice.Core.Json;

/// <summary>
/// Reads JSON that other people wrote into a record, and names everything that is wrong with it at once: wrong types,
/// missing, unknown and repeated names, null where there must be a value, numbers out of range, text that is not
/// Unicode, nesting and arrays without end. Faults never repeat a value that was sent.
/// </summary>
/// <example>
/// <code>
/// var read = StrictJson.Read&lt;ProjectRequest&gt;(File.ReadAllBytes(path));
/// foreach (var fault in read.Faults)
///     console.WriteLine($"{fault.Pointer}: {fault.Message}");
/// </code>
/// </example>
public static class StrictJson
{
    /// <summary>Levels of nesting.</summary>
    public const int MaxDepth = 32;

    /// <summary>Items of one array.</summary>
    public const int MaxItems = 1_000;

    /// <summary>Faults that are listed; the rest is counted.</summary>
    public const int MaxFaults = 100;

    // The shape is checked here, with a fault per name; the serialiser would stop at the first.
    internal static JsonSerializerOptions Options { get; } = new(WorkflowJson.Options)
    {
        RespectRequiredConstructorParameters = false,
        // The names of an object have no order (RFC 8259 section 4).
        AllowOutOfOrderMetadataProperties = true,
        TypeInfoResolver = WorkflowJson.Options.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>Reads one JSON value; a leading byte order mark is passed over.</summary>
    /// <param name="utf8">The whole text.</param>
    /// <param name="maxItems">Items of one array, where <see cref="MaxItems"/> does not fit (a file to import).</param>
    /// <param name="words">What to say of a place that holds nothing (true) or something else than its type asks for;
    /// null as to a program.</param>
    public static Read<T> Read<T>(ReadOnlyMemory<byte> utf8, int maxItems = MaxItems, Func<Type, bool, string>? words = null)
        where T : notnull
    {
        var (document, faults) = Walk(utf8, typeof(T), maxItems, words);
        using (document)
            return faults.Count > 0 ? new(default, faults) : new(document!.RootElement.Deserialize<T>(Options), []);
    }

    /// <summary>What stands in the way of reading a text as <paramref name="type"/>; empty when nothing does.</summary>
    public static IReadOnlyList<Fault> FaultsOf(ReadOnlyMemory<byte> utf8, Type type, int maxItems = MaxItems)
    {
        var (document, faults) = Walk(utf8, type, maxItems);
        document?.Dispose();
        return faults;
    }

    private static (JsonDocument? Document, IReadOnlyList<Fault> Faults) Walk(ReadOnlyMemory<byte> utf8, Type type, int maxItems,
        Func<Type, bool, string>? words = null)
    {
        if (utf8.Span.StartsWith("\uFEFF"u8))
            utf8 = utf8[3..];
        if (utf8.IsEmpty)
            return Refuse("Nothing was sent; send a JSON value.");
        if (!Utf8.IsValid(utf8.Span))
            return Refuse("The text is not UTF-8.");
        try
        {
            // Somewhat deeper than allowed is parsed, so that it can be named by its place; the parser's time grows with
            // the square of the depth, so depth without end is not.
            var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = 8 * MaxDepth });
            var walk = new ShapeWalk(Options, maxItems, words);
            walk.Check(document.RootElement, type);
            return (document, walk.Faults);
        }
        catch (JsonException e)
        {
            return Refuse(string.Create(
                CultureInfo.InvariantCulture,
                $"Line {e.LineNumber + 1}, byte {e.BytePositionInLine + 1}: not JSON, text after its end, or nested without end."));
        }
    }

    private static (JsonDocument?, IReadOnlyList<Fault>) Refuse(string message) => (null, [new Fault("", message)]);
}
