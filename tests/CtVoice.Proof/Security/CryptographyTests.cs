using System.Text.RegularExpressions;
using CtVoice.Testing;

namespace CtVoice.Proof.Security;

/// <summary>The inventory of cryptography in docs/security.md is whole, and names nothing that is gone.</summary>
public sealed partial class CryptographyTests
{
    private static readonly string[] Products = ["core", "web", "local", "functions"];

    [Fact]
    public void Whatever_signs_encrypts_or_derives_a_key_is_in_the_inventory()
    {
        var uses = Products
            .SelectMany(area => Directory.EnumerateFiles(Path.Combine(Repository.Root, area), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Where(file => Keyed().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal).ToList();
        var table = Section().Match(File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"))).Value;

        Assert.NotEmpty(uses);
        Assert.Equal(uses, Named().Matches(table).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    // What takes a key or a secret, by the runtime's names; a plain hash is none.
    [GeneratedRegex(@"\b(HMAC\w+\s*[.(]|CreateHMAC|HmacData|Aes\w*\(|Aes\.|ECDsa\.|ECDiffieHellman|RSA\.|HKDF\.|"
        + "Rfc2898DeriveBytes|ChaCha20|TripleDES|SymmetricAlgorithm)")]
    private static partial Regex Keyed();

    [GeneratedRegex(@"(?<=\n)## Cryptography\n.*?(?=\n## )", RegexOptions.Singleline)]
    private static partial Regex Section();

    // The last column of a line.
    [GeneratedRegex(@"\| `(\w+)` \|\n")]
    private static partial Regex Named();
}
