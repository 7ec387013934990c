package page

func (b *build) category() {}
