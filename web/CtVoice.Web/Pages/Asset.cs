namespace CtVoice.Web.Pages;

/// <summary>A file that is part of the assembly: neither host serves files from a folder.</summary>
internal static class Asset
{
    /// <summary>The bytes of an embedded file; throws when the build left it out.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(Asset).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly holds no file '{name}'.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
