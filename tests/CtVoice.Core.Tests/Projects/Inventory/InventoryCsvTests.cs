using System.Text;
using CtVoice.Core.Projects.Inventory;

namespace CtVoice.Core.Tests.Projects.Inventory;

public sealed class InventoryCsvTests
{
    private static readonly DateOnly Day = new(2027, 1, 4);

    private static InventoryReading Read(string csv) =>
        InventoryCsv.Read(new MemoryStream(Encoding.UTF8.GetBytes(csv)), "My inventory.csv", Day);

    [Fact]
    public void Columns_are_found_by_their_heading_and_others_are_ignored()
    {
        var inventory =
            Read("Updated,Agency Name,Dataset-Name,ASSET_ID\n2026,DSS,\"SNAP, by "
                + "month\",DSS-0012\n,,,\n2025,DOC,Releases,DOC-0007\n").Inventory!;

        Assert.Equal([new("DSS-0012", "DSS", "SNAP, by month"), new("DOC-0007", "DOC", "Releases")], inventory.Assets);
        Assert.StartsWith("my-inventory-2027-01-04-", inventory.Version, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_bad_row_is_named_by_its_number_and_nothing_is_read()
    {
        var reading = Read("asset id,agency,name\nA-1,DSS,One\nA-2,,Two\na-1,DOC,Three\n");

        Assert.Null(reading.Inventory);
        Assert.Equal([3, 4], reading.Faults.Select(f => f.Row));
        Assert.Contains("agency", reading.Faults[0].Message, StringComparison.Ordinal);
        Assert.Contains("twice", reading.Faults[1].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "The file is empty.")]
    [InlineData("asset id,title\n", "The heading lacks: agency.")]
    [InlineData("asset id,agency,name\n", "The file has no rows.")]
    public void A_file_that_is_no_inventory_says_why(string csv, string because) =>
        Assert.Equal(because, Assert.Single(Read(csv).Faults).Message);

    [Fact]
    public void A_misspelt_id_has_near_ones_and_case_does_not_matter()
    {
        var inventory = Read("id,agency,name\nDSS-0012,DSS,One\nDOC-0007,DOC,Two\nDSS-0031,DSS,Three\nSDE-0019,SDE,Four\n").Inventory!;

        Assert.Equal("One", inventory.Find(" dss-0012 ")!.Name);
        Assert.Equal(["DSS-0012", "DSS-0031"], inventory.Nearest("dss-012", 2));
    }
}
