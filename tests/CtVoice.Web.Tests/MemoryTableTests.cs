using CtVoice.Core.Storage;
using CtVoice.Testing.Tables;
using CtVoice.Testing.Web;

namespace CtVoice.Web.Tests;

public sealed class MemoryTableTests : TableContract
{
    protected override ITable Table { get; } = new MemoryTable();
}
