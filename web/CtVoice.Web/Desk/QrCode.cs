using System.Globalization;
using System.Text;
using QRCoder;

namespace CtVoice.Web.Desk;

/// <summary>A link as a square code (QR, ISO/IEC 18004), drawn as one path of squares: it needs no file, and prints sharply.</summary>
/// <param name="Size">Squares on each side, the empty ones around it included.</param>
/// <param name="Path">Data of an SVG path over <c>0 0 Size Size</c>.</param>
internal sealed record QrCode(int Size, string Path)
{
    /// <summary>The code of a link; about 15 % of it may be dirty.</summary>
    internal static QrCode Of(Uri link)
    {
        using var generator = new QRCodeGenerator();
        using var data = generator.CreateQrCode(link.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        for (var y = 0; y < data.ModuleMatrix.Count; y++)
        {
            for (var x = 0; x < data.ModuleMatrix[y].Count; x++)
            {
                if (data.ModuleMatrix[y][x])
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
            }
        }
        return new(data.ModuleMatrix.Count, path.ToString());
    }
}
