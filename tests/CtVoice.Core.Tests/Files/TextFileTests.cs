using System.Text;
using CtVoice.Core.Board;
using CtVoice.Core.Files;
using CtVoice.Core.Projects;
using CtVoice.Core.Projects.Catalogue;
using CtVoice.Core.Projects.Inventory;

namespace CtVoice.Core.Tests.Files;

/// <summary>Files as spreadsheets save them: each letter arrives, or the file is refused with the row that would be
/// stored broken.</summary>
public sealed class TextFileTests
{
    private const string Board =
        "member_id,name,email,languages,channels,term_from\nm-01,José Núñez,jose@example.org,es,email,2026-09-01\n";

    private const string Elements =
        "Agency,Program,Data Category,Data Element Name,Data Element Definition,Data Type,Years Available\nDOC,P,C,Niño – año,d,t,y\n";

    private static readonly Encoding Ansi = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[]> Saved(string text) => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(text) },
        { "UTF-8 with its mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)] },
        { "Windows-1252", Ansi.GetBytes(text) },
        { "UTF-16", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(text)] },
        { "UTF-16 the other way round", [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(text)] },
        { "UTF-16 without its mark", Encoding.Unicode.GetBytes(text) },
    };

    [Theory]
    [MemberData(nameof(Saved), Board)]
    public void Name_of_a_member_arrives_with_every_accent(string how, byte[] file)
    {
        var read = BoardCsv.Read(new MemoryStream(file), phone => phone);

        Assert.True(read.Faults.Count == 0, $"{how}: {string.Join(' ', read.Faults)}");
        Assert.Equal("José Núñez", Assert.Single(read.Rows).Contact.Name);
    }

    [Theory]
    [MemberData(nameof(Saved), Elements)]
    public void Element_of_the_dictionary_and_asset_arrive_with_every_letter(string how, byte[] file)
    {
        var read = new CatalogueImport(AgencyDirectory.Shipped).Read(new MemoryStream(file));
        var inventory = InventoryCsv.Read(new MemoryStream(Recoded(file)), "a.csv", new(2026, 11, 30));

        Assert.True(read.Faults.Count == 0, $"{how}: {string.Join(' ', read.Faults)}");
        Assert.Equal("Niño – año", Assert.Single(read.Elements).Name);
        Assert.Equal("Niño – año", Assert.Single(inventory.Inventory!.Assets).Name);

        byte[] Recoded(byte[] same) => how.StartsWith("Windows", StringComparison.Ordinal)
            ? Ansi.GetBytes("id,agency,name\nA1,DOC,Niño – año\n")
            : same is [0xFE, 0xFF, ..] ? [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes("id,agency,name\nA1,DOC,Niño – año\n")]
            : Encoding.UTF8.GetBytes("id,agency,name\nA1,DOC,Niño – año\n");
    }

    [Theory]
    [InlineData(new byte[] { 0x4E, 0xC3, 0xB1, 0x20, 0xF1 })] // a letter of UTF-8 and one of Windows-1252
    [InlineData(new byte[] { 0x4E, 0x81 })] // no letter of either
    [InlineData(new byte[] { 0xEF, 0xBF, 0xBD })] // lost before it came here
    public void File_whose_letters_cannot_be_told_is_refused_with_its_row(byte[] name)
    {
        var lines = Board.Split('\n');
        byte[] file = [.. Encoding.ASCII.GetBytes(lines[0] + "\nm-01,\"A\nB\",a@example.org,es,email,2026-09-01\nm-02,"), .. name,
            .. Encoding.ASCII.GetBytes(",b@example.org,es,email,2026-09-01\n")];

        var read = BoardCsv.Read(new MemoryStream(file), phone => phone);

        Assert.Empty(read.Rows);
        var fault = Assert.Single(read.Faults);
        Assert.Equal(3, fault.Row);
        Assert.Contains("CSV UTF-8", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(';', "semicolons")]
    [InlineData('\t', "tabs")]
    [InlineData('|', "bars")]
    public void Other_signs_between_the_cells_are_named(char sign, string named)
    {
        MemoryStream As(string text) => new(Encoding.UTF8.GetBytes(text.Replace(',', sign)));

        Assert.Contains(named, Assert.Single(BoardCsv.Read(As(Board), p => p).Faults).Message, StringComparison.Ordinal);
        Assert.Contains(named, Assert.Single(new CatalogueImport(AgencyDirectory.Shipped).Read(As(Elements)).Faults).Message,
            StringComparison.Ordinal);
        Assert.Contains(named, Assert.Single(InventoryCsv.Read(As("id,agency,name\n"), "a.csv", default).Faults).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_columns_at_the_right_are_ignored_and_a_cell_too_many_is_not()
    {
        var wide = string.Join('\n', Board.TrimEnd('\n').Split('\n').Select(line => line + ",,, ")) + "\n,,,,,,,,\n";

        Assert.Single(BoardCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(wide)), p => p).Rows);
        Assert.Contains(
            "The row has 7 cells", Assert.Single(BoardCsv.Read(
                new MemoryStream(Encoding.UTF8.GetBytes(Board.TrimEnd('\n') + ",x\n")), p => p).Faults).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_of_any_kind_are_read_or_refused()
    {
        var random = new Random(14);
        for (var n = 0; n < 2_000; n++)
        {
            var bytes = new byte[random.Next(40)];
            random.NextBytes(bytes);
            var file = TextFile.Open(new MemoryStream(bytes));
            Assert.Equal(file.Fault is null, file.Row == 0);
        }
    }
}
